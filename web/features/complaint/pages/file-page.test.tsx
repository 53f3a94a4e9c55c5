// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { emptyFiling } from '../model/filing-form.ts'
import { useFilingDraft } from '../model/filing-draft.ts'
import FilePage from './file-page.tsx'

interface Call {
  headers: Record<string, string>
  body: FormData
}
const call = vi.hoisted(() => vi.fn<(name: string, options: Call) => Promise<unknown>>())
vi.mock('@/shared/http/call-function.ts', () => ({ callFunction: call }))
const newProof = vi.hoisted(() => vi.fn<() => Promise<string>>())
vi.mock('@/shared/proof/new-proof.ts', () => ({ newProof }))
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: (table: string) =>
    Promise.resolve(
      table === 'sites'
        ? [
            {
              key: 'x',
              name: '某县',
              short_name: '某县',
              government: '某县人民政府',
              hotline: '12345',
              root_region: 340102000,
              tiers: [4, 5],
              modules: [],
            },
          ]
        : table === 'complaint_matters'
          ? [{ code: 'food', label: '食品安全', hint: null, keywords: ['牛奶'] }]
          : [],
    ),
}))

const receipt = {
  code: '77AL-4MV2-RC4P-7EEC',
  cases: [
    {
      caseNo: 'TS1',
      caseType: 'complaint',
      stateLabel: '待签收',
      orgName: '某县市场监督管理局',
      reasons: ['属地管理'],
      termLabel: '受理决定',
      dueAt: '2026-12-01T15:59:59Z',
      dueIsProvisional: false,
    },
  ],
}
const complete = {
  ...emptyFiling,
  caseTypes: ['complaint' as const],
  title: '过期牛奶',
  content: '买到过期牛奶要求退款被拒绝',
  matterCode: 'food',
  wish: '退款',
  subjectName: '某超市',
  name: '张三',
  phone: '13800001234',
  isAgreed: true,
}
const submit = () => userEvent.click(screen.getByRole('button', { name: '提交' }))

beforeEach(() => {
  call.mockReset()
  newProof.mockReset().mockResolvedValue('42')
  sessionStorage.clear()
  useFilingDraft.getState().clear()
})

it('lists what is missing, moves focus there, and ties each message to its field', async () => {
  renderPage(<FilePage />)
  await submit()
  const summary = await screen.findByRole('alert')
  expect(document.activeElement).toBe(summary)
  expect(
    within(summary)
      .getAllByRole('link')
      .map((link) => link.textContent)[0],
  ).toBe('请选择投诉或举报')
  const title = screen.getByLabelText('标题')
  expect(title.getAttribute('aria-describedby')).toContain('filing-title-error')
  await userEvent.click(within(summary).getByRole('link', { name: '请填写标题' }))
  expect(document.activeElement).toBe(title)
  expect(call).not.toHaveBeenCalled()
})

it('proposes the matter from the words', async () => {
  useFilingDraft.getState().change({ content: '过期牛奶' })
  renderPage(<FilePage />)
  await userEvent.click(await screen.findByRole('button', { name: '食品安全' }))
  expect(useFilingDraft.getState().form.matterCode).toBe('food')
})

it('keeps the draft and its key when the answer is lost, and files once with them', async () => {
  useFilingDraft.getState().change(complete)
  const { key } = useFilingDraft.getState()
  call.mockRejectedValueOnce(new AppError({ kind: 'network', messageKey: 'network', message: '网络连接不上' }))
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await submit()
  expect(await screen.findByText('网络连接不上')).toBeTruthy()
  call.mockResolvedValue(receipt)
  await userEvent.dblClick(screen.getByRole('button', { name: '提交' }))
  expect((await screen.findByTestId('look-up-code')).textContent).toContain(receipt.code)
  expect(call.mock.calls.map(([, options]) => options.headers['idempotency-key'])).toEqual([key, key])
  expect(call.mock.calls[1]?.[1].headers['x-proof']).toBe('42')
  expect(screen.getByText('某县市场监督管理局')).toBeTruthy()
  await waitFor(() => expect(useFilingDraft.getState().key).not.toBe(key))
  expect(useFilingDraft.getState().form.title).toBe('')
})

it('looks for another proof when the server would not take the first', async () => {
  useFilingDraft.getState().change(complete)
  newProof.mockResolvedValueOnce('42').mockResolvedValue('43')
  call.mockRejectedValueOnce(new AppError({ kind: 'invalid', messageKey: 'proof.stale', message: '安全校验已过期' }))
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await submit()
  await screen.findByText('安全校验已过期')
  call.mockResolvedValue(receipt)
  await submit()
  await screen.findByTestId('look-up-code')
  expect(call.mock.calls.map(([, options]) => options.headers['x-proof'])).toEqual(['42', '43'])
})

it('offers to file the changed words anew when the former ones went through', async () => {
  useFilingDraft.getState().change(complete)
  const { key } = useFilingDraft.getState()
  call.mockRejectedValueOnce(new AppError({ kind: 'conflict', messageKey: 'complaint.form_changed', message: '这次填写的内容与当时不同' }))
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await submit()
  call.mockResolvedValue(receipt)
  await userEvent.click(await screen.findByRole('button', { name: '按现在的内容另行提交一件' }))
  expect(screen.queryByText('这次填写的内容与当时不同')).toBeNull()
  expect(useFilingDraft.getState().form.title).toBe(complete.title)
  await userEvent.click(screen.getByRole('button', { name: '提交' }))
  await screen.findByTestId('look-up-code')
  const keys = call.mock.calls.map(([, options]) => options.headers['idempotency-key'])
  expect(keys[0]).toBe(key)
  expect(keys[1]).not.toBe(key)
})

const filedForm = () => JSON.parse(String(call.mock.calls[0]?.[1].body.get('case'))) as Record<string, unknown>

it('warns of a doubtful credit code beside its field, and files it as it is', async () => {
  useFilingDraft.getState().change(complete)
  call.mockResolvedValue(receipt)
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  const code = screen.getByLabelText(/统一社会信用代码/)
  await userEvent.type(code, '９1310000 607352621b')
  await userEvent.tab()
  expect(code).toHaveProperty('value', '91310000607352621B')
  const warning = screen.getByText('校验位不正确，仍可提交，承办单位会核实')
  expect(code.getAttribute('aria-describedby')).toContain(warning.id)
  expect(code.getAttribute('aria-invalid')).toBe('false')
  await submit()
  await screen.findByTestId('look-up-code')
  expect(filedForm().subjectUscc).toBe('91310000607352621B')
})

it('offers registered businesses of a like name, puts the chosen one in, and goes on without an answer', async () => {
  useFilingDraft.getState().change({ ...complete, subjectName: '' })
  call.mockImplementation((name) =>
    name === 'suggest-subject'
      ? Promise.resolve({ subjects: [{ name: '庐阳区鼎香小吃店', regionName: '合肥市庐阳区', codeMasked: '92****4H36' }] })
      : Promise.resolve(receipt),
  )
  renderPage(<FilePage />)
  const name = await screen.findByLabelText('被投诉举报单位名称')
  await userEvent.type(name, '鼎香')
  const choice = await screen.findByRole('button', { name: /庐阳区鼎香小吃店/ }, { timeout: 3000 })
  expect(choice.textContent).toContain('92****4H36')
  await userEvent.click(choice)
  expect(name).toHaveProperty('value', '庐阳区鼎香小吃店')
  expect(screen.queryByRole('button', { name: /庐阳区鼎香小吃店/ })).toBeNull()
  call.mockImplementation((asked) =>
    asked === 'suggest-subject' ? Promise.reject(new AppError({ kind: 'unexpected', messageKey: 'x', message: '坏了' })) : Promise.resolve(receipt),
  )
  await userEvent.type(name, '一分店')
  await waitFor(() => expect(call.mock.calls.filter(([asked]) => asked === 'suggest-subject')).toHaveLength(2), { timeout: 3000 })
  expect(screen.queryByText('坏了')).toBeNull()
})

it('chooses the day of the event from lists in Chinese', async () => {
  useFilingDraft.getState().change({ ...complete, occurredOn: '' })
  call.mockResolvedValue(receipt)
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await userEvent.selectOptions(screen.getByLabelText('发生日期：年'), String(new Date().getFullYear() - 1))
  await userEvent.selectOptions(screen.getByLabelText('发生日期：月'), '2 月')
  await submit()
  await userEvent.click(await screen.findByRole('link', { name: /请把年、月、日选完整/ }))
  expect(document.activeElement).toBe(screen.getByLabelText('发生日期：年'))
  await userEvent.selectOptions(screen.getByLabelText('发生日期：日'), '3 日')
  await submit()
  await screen.findByTestId('look-up-code')
  expect(filedForm().occurredOn).toBe(`${new Date().getFullYear() - 1}-02-03`)
})

it.each([
  [true, '您自己设定的 4 位查询密码'],
  [false, '手机号后四位'],
])('names on the receipt what opens it: anonymous %s, %s', async (isAnonymous, secret) => {
  const tip = { ...complete, caseTypes: ['tip' as const], isAnonymous, ...(isAnonymous ? { name: '', phone: '2468' } : {}) }
  useFilingDraft.getState().change(tip)
  call.mockResolvedValue({ ...receipt, cases: [{ ...receipt.cases[0], caseType: 'tip' }] })
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await submit()
  await screen.findByTestId('look-up-code')
  const said = document.body.textContent
  expect(said.split(secret)).toHaveLength(3)
  expect(said.includes('手机号后四位')).toBe(!isAnonymous)
})

it('leads to the field that the server objects to', async () => {
  useFilingDraft.getState().change(complete)
  call.mockRejectedValue(
    new AppError({ kind: 'invalid', messageKey: 'complaint.date_in_future', message: '发生日期不能晚于今天', field: 'occurredOn' }),
  )
  renderPage(<FilePage />)
  await screen.findByLabelText('事项类别')
  await submit()
  expect(await screen.findByRole('link', { name: '发生日期不能晚于今天' })).toBeTruthy()
})
