// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeSubject } from '@/testing/make-subject.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { MergePage } from '../api/merges.ts'
import MergesPage from './merges-page.tsx'

const asked = vi.hoisted(() => vi.fn<(state: string) => void>())
const decided = vi.hoisted(() => vi.fn<(decision: object) => Promise<void>>())
const merges = scripted<MergePage>()
vi.mock('../api/merges.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return {
    mergesQuery: (state: string) => {
      asked(state)
      return { queryKey: ['merges', state], queryFn: merges.read }
    },
    useDecideMerge: () => useMutation({ mutationFn: decided }),
  }
})

const left = makeSubject({ id: 'l', name: '鼎香·小吃店', uscc: null })
const right = makeSubject({ id: 'r' })
const pair = (state: string): MergePage => ({
  count: 1,
  pairs: [
    {
      left,
      right,
      merge: {
        id: 'm',
        ground: 'same_name',
        state,
        reason: state === 'proposed' ? '' : '同一家',
        decided_words: state === 'proposed' ? '' : '某办 李四',
        found_at: '2026-03-01T00:00:00Z',
        decided_at: state === 'proposed' ? null : '2026-03-02T00:00:00Z',
        left_id: 'l',
        left_name: left.name,
        right_id: 'r',
        right_name: right.name,
        winner_id: state === 'confirmed' ? 'r' : null,
      },
    },
  ],
})

beforeEach(() => {
  decided.mockReset().mockResolvedValue()
  sessionStorage.clear()
  localStorage.clear()
})

it('fails with a retry, and says when there is nothing', async () => {
  merges.fail()
  const first = renderPage(<MergesPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  first.unmount()
  merges.give({ pairs: [], count: 0 })
  renderPage(<MergesPage />)
  expect(await screen.findByText('没有这样的监管对象')).toBeTruthy()
})

it('shows two side by side, what differs marked, and merges them with a reason into the one that has a code', async () => {
  merges.give(pair('proposed'))
  renderPage(<MergesPage />)
  expect((await screen.findAllByText('不同')).length).toBe(2)
  await userEvent.click(screen.getByRole('button', { name: /^归并：/ }))
  await userEvent.click(await screen.findByRole('button', { name: /^归 ?并$/ }))
  expect(await screen.findByText('请填写理由，2 至 300 个字')).toBeTruthy()
  await userEvent.type(screen.getByLabelText('理由'), '核对营业执照')
  await userEvent.click(screen.getByRole('button', { name: /^归 ?并$/ }))
  await waitFor(() => expect(decided.mock.calls[0]?.[0]).toEqual({ id: 'm', reason: '核对营业执照', winnerId: 'r', isUndo: false }))
})

it('undoes what was merged, and offers nothing else there', async () => {
  merges.give(pair('confirmed'))
  renderPage(<MergesPage />, { at: '/work/subjects/merges?state=confirmed' })
  await userEvent.click(await screen.findByRole('button', { name: /^撤销归并：/ }))
  expect(asked).toHaveBeenLastCalledWith('confirmed')
  expect(screen.queryByRole('button', { name: /^归并：/ })).toBeNull()
  await userEvent.type(await screen.findByLabelText('理由'), '查明是两家')
  await userEvent.click(screen.getByRole('button', { name: '撤销归并' }))
  await waitFor(() => expect(decided.mock.calls[0]?.[0]).toMatchObject({ id: 'm', isUndo: true, winnerId: undefined }))
})
