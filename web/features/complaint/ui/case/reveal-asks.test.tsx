// @vitest-environment jsdom
import { fireEvent, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import type { RevealAsk } from '../../model/case-parts.ts'
import { RevealAsks } from './reveal-asks.tsx'

const decide = vi.hoisted(() => vi.fn<(decision: object) => Promise<void>>())
vi.mock('../../api/reveal-reporter.ts', () => ({ useDecideReveal: () => ({ mutateAsync: decide }) }))

const ask: RevealAsk = {
  id: '00000000-0000-4000-8000-000000000001',
  reason: '上级督查要求回访',
  asked_by: '00000000-0000-4000-8000-000000000002',
  asked_by_name: '张三',
  asked_at: '2026-11-20T00:00:00Z',
  is_granted: null,
  decided_by_name: null,
  decided_at: null,
  decision: '',
}
const show = (asks: RevealAsk[], session: Parameters<typeof makeSession>[0]) =>
  renderPage(<RevealAsks caseId="c1" asks={asks} />, { session: makeSession(session) })

beforeEach(() => {
  localStorage.clear()
  decide.mockReset().mockResolvedValue()
})

it('is decided by a second person, who gives a reason for a no', async () => {
  show([ask], { permissions: ['complaint.approve'] })
  await userEvent.click(screen.getByRole('button', { name: '不同意' }))
  await userEvent.click(await screen.findByRole('button', { name: '确认不同意' }))
  expect(await screen.findByText('请填写不同意的理由')).toBeTruthy()
  expect(decide).not.toHaveBeenCalled()
  fireEvent.change(screen.getByLabelText('不同意的理由'), { target: { value: '与督查无关' } })
  await userEvent.click(screen.getByRole('button', { name: '确认不同意' }))
  await vi.waitFor(() => expect(decide).toHaveBeenCalledWith({ askId: ask.id, isGranted: false, decision: '与督查无关' }))
})

it('offers nothing to who asked, to who may not, and of what is decided', () => {
  show([ask], { permissions: ['complaint.approve'], officer_id: ask.asked_by }).unmount()
  expect(screen.queryAllByRole('button')).toEqual([])
  show([ask], { permissions: ['complaint.reveal'] })
  expect(screen.getByText(/等待审核人员办理/)).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})

it('says what became of it', () => {
  show([{ ...ask, is_granted: false, decided_by_name: '李四', decided_at: '2026-11-20T02:00:00Z', decision: '与督查无关' }], {
    permissions: ['complaint.approve'],
  })
  expect(screen.getByText(/李四不同意.*：与督查无关/)).toBeTruthy()
  expect(screen.queryAllByRole('button')).toEqual([])
})
