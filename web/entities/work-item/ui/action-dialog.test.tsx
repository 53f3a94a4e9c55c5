// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useState } from 'react'
import { expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeAction } from '@/testing/make-action.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { ActionDialog } from './action-dialog.tsx'

const act = vi.hoisted(() => ({ isPending: false, isSuccess: false, error: null as Error | null, mutate: vi.fn<() => void>() }))
vi.mock('../api/act.ts', () => ({ useAct: () => act }))
vi.mock('./action-field.tsx', () => ({ ActionField: () => null }))

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
