// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import LookUpPage from './look-up-page.tsx'

const call = vi.hoisted(() => vi.fn<(name: string, options: { body: unknown }) => Promise<unknown>>())
vi.mock('@/shared/http/call-function.ts', () => ({ callFunction: call }))
vi.mock('@/shared/proof/new-proof.ts', () => ({ newProof: () => Promise.resolve('proof') }))

const filed = {
  caseNo: 'TS1',
  caseType: 'complaint',
  title: '过期牛奶',
  stateLabel: '待补正',
  isOpen: true,
  orgName: '庐阳区市场监督管理局',
  orgReason: '属地管理',
  termLabel: '受理决定',
  dueAt: '2026-12-01T15:59:59Z',
  dueIsProvisional: false,
  filedAt: '2026-11-21T08:00:00Z',
  answers: [],
  timeline: [{ label: '提交', orgName: '', at: '2026-11-21T08:00:00Z' }],
  materialRequest: '请提供小票',
  canSupply: true,
  canWithdraw: true,
  canRate: false,
  rating: null,
  papers: [],
  filing: {
    content: '买到过期牛奶',
    wish: '退款',
    subjectName: '惠民超市',
    occurredOn: null,
    place: '庐阳区 人民路',
    materials: [{ text: '小票号码 1', at: '2026-11-21T09:00:00Z' }],
  },
}

const ask = async (code: string, tail: string) => {
  await userEvent.type(screen.getByLabelText('查询码'), code)
  await userEvent.type(screen.getByLabelText('手机号后四位或查询密码'), tail)
  await userEvent.click(screen.getByRole('button', { name: '查询' }))
}

beforeEach(() => void call.mockReset())

it('explains a malformed code without asking the server', async () => {
  renderPage(<LookUpPage />)
  await ask('123', '12')
  expect(screen.getByText('查询码为 16 位字母和数字，请核对')).toBeTruthy()
  expect(call).not.toHaveBeenCalled()
})

it('says the same for a wrong code and a wrong tail', async () => {
  call.mockRejectedValue(new AppError({ kind: 'not-found', messageKey: 'complaint.not_found', message: 'x' }))
  renderPage(<LookUpPage />)
  await ask('77al4mv2rc4p7eec', '9999')
  expect(await screen.findByText(/没有查到/)).toBeTruthy()
  expect(call).toHaveBeenCalledWith('look-up-complaint', expect.objectContaining({ body: { code: '77AL-4MV2-RC4P-7EEC', phoneTail: '9999' } }))
})

it('shows who is responsible and why, the term, and what is asked for', async () => {
  call.mockResolvedValue({ cases: [filed] })
  renderPage(<LookUpPage />)
  await ask('77AL-4MV2-RC4P-7EEC', '1234')
  for (const text of ['庐阳区市场监督管理局', '属地管理', '受理决定期限', '请提供小票', '待补正']) expect(await screen.findByText(text)).toBeTruthy()
  expect(screen.getByRole('button', { name: '提交补充材料' })).toBeTruthy()
  for (const text of ['买到过期牛奶', '退款', '惠民超市', '小票号码 1']) expect(screen.getByText(text)).toBeTruthy()
})

it('asks for the digits of their own whom the receipt of an anonymous tip led here', async () => {
  renderPage(<LookUpPage />, { at: { pathname: '/', state: { code: '77AL-4MV2-RC4P-7EEC', isAnonymous: true } } })
  expect(screen.getByLabelText('查询密码')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('查询码').value).toBe('77AL-4MV2-RC4P-7EEC')
  expect(screen.queryByText(/手机号/)).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '查询' }))
  expect(screen.getByText('请填写您自己设定的 4 位数字')).toBeTruthy()
})

it('tells everybody else that an anonymous tip has digits of its own', async () => {
  renderPage(<LookUpPage />)
  expect(screen.getByText(/^请输入提交时得到的查询码/).textContent).toContain('自己设定的 4 位查询密码')
  await ask('77AL-4MV2-RC4P-7EEC', '12')
  expect(screen.getByText('请填写 4 位数字：手机号后四位，匿名举报的填查询密码')).toBeTruthy()
})

it('thanks for what was supplied, though the form is gone with it', async () => {
  call.mockResolvedValueOnce({ cases: [filed] })
  renderPage(<LookUpPage />)
  await ask('77AL-4MV2-RC4P-7EEC', '1234')
  const send = await screen.findByRole('button', { name: '提交补充材料' })
  await userEvent.click(send)
  expect(screen.getByText('请写明补充的内容')).toBeTruthy()
  expect(screen.queryByText(/补充材料已提交/)).toBeNull()
  call.mockResolvedValueOnce({ caseNo: 'TS1' })
  call.mockResolvedValue({ cases: [{ ...filed, stateLabel: '待受理', canSupply: false, materialRequest: null }] })
  await userEvent.type(screen.getByLabelText('补充内容'), '小票号码 2')
  await userEvent.click(send)
  expect(await screen.findByText('补充材料已提交，承办单位会收到提醒。')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '提交补充材料' })).toBeNull()
})

const recoverBy = async (phone: string) => {
  await userEvent.click(screen.getByText(/查询码遗失了/))
  await userEvent.type(screen.getByLabelText('提交时登记的手机号'), phone)
  await userEvent.click(screen.getByRole('button', { name: '获取短信验证码' }))
}

it('gives a lost code back for the code that came to the phone, and opens the case with it', async () => {
  call.mockImplementation((name, { body }) =>
    Promise.resolve(
      name === 'look-up-complaint'
        ? { cases: [filed] }
        : 'code' in (body as object)
          ? {
              filings: [{ code: '77AL-4MV2-RC4P-7EEC', filedAt: filed.filedAt, cases: [{ caseNo: 'TS1', title: '过期牛奶', stateLabel: '待补正' }] }],
            }
          : { isAsked: true },
    ),
  )
  renderPage(<LookUpPage />)
  await recoverBy('13812341234')
  expect(await screen.findByText(/如该号码登记过，将收到短信/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '找回查询码' }))
  expect(screen.getByText('验证码为 6 位数字，请按短信填写')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('短信验证码'), '012345')
  await userEvent.click(screen.getByRole('button', { name: '找回查询码' }))
  expect(await screen.findByText('77AL-4MV2-RC4P-7EEC')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '查看 TS1' }))
  expect(await screen.findByText('庐阳区市场监督管理局')).toBeTruthy()
  expect(call).toHaveBeenCalledWith('look-up-complaint', expect.objectContaining({ body: { code: '77AL-4MV2-RC4P-7EEC', phoneTail: '1234' } }))
})

it('asks nothing for a phone that is none, and says under the field what was refused', async () => {
  renderPage(<LookUpPage />)
  await recoverBy('123')
  expect(screen.getByText('手机号应为 11 位数字，以 1 开头')).toBeTruthy()
  expect(call).not.toHaveBeenCalled()
  call.mockRejectedValue(new AppError({ kind: 'rate-limited', messageKey: 'quota.used_up', message: '找回查询码过于频繁' }))
  await userEvent.clear(screen.getByLabelText('提交时登记的手机号'))
  await userEvent.type(screen.getByLabelText('提交时登记的手机号'), '13812341234')
  await userEvent.click(screen.getByRole('button', { name: '获取短信验证码' }))
  expect(await screen.findByText('找回查询码过于频繁')).toBeTruthy()
})
