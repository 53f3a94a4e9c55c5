// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeAction } from '@/testing/make-action.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { requiredFieldSchema } from '../model/work-action.ts'
import { ActionDialog } from './action-dialog.tsx'

const act = vi.hoisted(() => ({
  isPending: false,
  isSuccess: false,
  error: null as Error | null,
  mutateAsync: vi.fn<(sent: object) => Promise<unknown>>(),
}))
vi.mock('../api/act.ts', () => ({ useAct: () => act }))
vi.mock('../api/list-events.ts', () => ({
  eventsQuery: () => ({
    queryKey: ['events'],
    queryFn: () =>
      Promise.resolve([{ action: 'accept', action_label: '受理', actor_name: '王芳', asked_by_name: '', created_at: '2026-11-24T02:00:00Z' }]),
  }),
}))
vi.mock('../api/list-phrases.ts', () => ({
  phrasesQuery: {
    queryKey: ['phrases'],
    queryFn: () =>
      Promise.resolve([
        { code: 'give_back.1', label: '不属本单位职责。' },
        { code: 'urge.1', label: '请尽快办理。' },
      ]),
  },
}))
vi.mock('../api/find-targets.ts', () => ({
  targetsQuery: () => ({
    queryKey: ['targets'],
    queryFn: () =>
      Promise.resolve([
        { id: 'near', name: '瑶海区城管局', reason: '本地区' },
        { id: 'far', name: '长丰县住建局', reason: '' },
      ]),
  }),
}))

const props = {
  itemId: 'i1',
  action: makeAction({ tone: 'primary' }),
  moduleKey: 'complaint',
  controls: { region: () => null, code: () => null, files: () => null },
  forms: {},
  onDone: () => undefined,
  onClose: () => undefined,
}
const moved = '这件事项刚刚被他人办理过'

const set = (change: Partial<typeof act>) => Object.assign(act, { isPending: false, isSuccess: false, error: null }, change)

beforeEach(() => {
  localStorage.clear()
  act.mutateAsync.mockReset().mockResolvedValue(undefined)
})

it("takes a new version for somebody else's step only when it is not the answer to one's own", async () => {
  for (const own of [{ isPending: true }, { isSuccess: true }]) {
    set(own)
    const view = renderPage(<Moving />)
    await userEvent.click(screen.getByText('变'))
    expect(screen.queryByText(moved)).toBeNull()
    view.unmount()
  }
  set({})
  renderPage(<Moving />)
  await userEvent.click(screen.getByText('变'))
  expect(await screen.findByText(moved)).toBeTruthy()
})

it('says so when the database refused the step as stale', async () => {
  set({ error: new AppError({ kind: 'conflict', messageKey: 'work.stale', message: '刚刚被更新' }) })
  renderPage(<ActionDialog {...props} version={3} isStillOpen />)
  expect(await screen.findByText(moved)).toBeTruthy()
  expect(await screen.findByText(/最近一步：受理（王芳，/)).toBeTruthy()
})

const back = makeAction({
  action: 'give_back',
  label: '退回',
  tone: 'danger',
  basis: [{ label: '分派', basis: '总局令121号' }],
  requires: [requiredFieldSchema.parse({ field: 'note', label: '退回理由', type: 'textarea', max: 20 })],
})

it('sends nothing without what the move asks for, and puts a refusal under its field', async () => {
  set({})
  act.mutateAsync.mockRejectedValueOnce(new AppError({ kind: 'invalid', messageKey: 'work.field_invalid', message: '理由太笼统', field: 'note' }))
  renderPage(<ActionDialog {...props} action={back} version={3} isStillOpen />)
  await userEvent.click(screen.getByRole('button', { name: '确认退回' }))
  expect(await screen.findByText('请填写退回理由')).toBeTruthy()
  expect(act.mutateAsync).not.toHaveBeenCalled()
  fireEvent.change(screen.getByLabelText('退回理由'), { target: { value: '不归我们' } })
  await userEvent.click(screen.getByRole('button', { name: '确认退回' }))
  expect(await screen.findByText('理由太笼统')).toBeTruthy()
  expect(act.mutateAsync.mock.calls[0]?.[0]).toMatchObject({ action: 'give_back', payload: { note: '不归我们' }, expectedVersion: 3 })
  expect(screen.getByLabelText<HTMLTextAreaElement>('退回理由').value).toBe('不归我们')
})

it('adds a phrase to what was typed, keeps it, and says what the move stands on', async () => {
  set({})
  const first = renderPage(<ActionDialog {...props} action={back} version={3} isStillOpen />)
  expect(screen.getByText('总局令121号')).toBeTruthy()
  fireEvent.change(screen.getByLabelText('退回理由'), { target: { value: '已核实' } })
  await userEvent.click(await screen.findByRole('button', { name: '常用语' }))
  expect(screen.queryByText('请尽快办理。')).toBeNull()
  await userEvent.click(await screen.findByText('不属本单位职责。'))
  expect(screen.getByLabelText<HTMLTextAreaElement>('退回理由').value).toBe('已核实。不属本单位职责。')
  first.unmount()
  renderPage(<ActionDialog {...props} action={back} version={3} isStillOpen />)
  expect(screen.getByLabelText<HTMLTextAreaElement>('退回理由').value).toBe('已核实。不属本单位职责。')
})

it('offers first the bodies that it most likely is, with the reason', async () => {
  set({})
  const requires = [requiredFieldSchema.parse({ field: 'to_org_id', label: '接收单位', type: 'org' })]
  renderPage(<ActionDialog {...props} action={makeAction({ action: 'hand_over', label: '转办', requires })} version={3} isStillOpen />)
  await userEvent.click(screen.getByLabelText('接收单位'))
  expect(await screen.findByText('推荐')).toBeTruthy()
  expect(screen.getByText('本地区')).toBeTruthy()
  expect(screen.getByText('其他单位')).toBeTruthy()
})

/** The page learns of a new version while the dialog is open. */
function Moving() {
  const [version, setVersion] = useState(3)
  return (
    <>
      <button type="button" onClick={() => setVersion(4)} style={{ position: 'relative', zIndex: 9999 }}>
        变
      </button>
      <ActionDialog {...props} version={version} isStillOpen={version === 3} />
    </>
  )
}
