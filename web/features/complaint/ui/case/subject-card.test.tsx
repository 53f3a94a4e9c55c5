// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeCase } from '@/testing/make-case.ts'
import { makeSession } from '@/testing/make-session.ts'
import { makeSubject } from '@/testing/make-subject.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { CaseHistory } from './case-history.tsx'
import { SubjectCard } from './subject-card.tsx'

const link = vi.hoisted(() => vi.fn<(id: string | null) => void>())
const history = vi.hoisted(() => vi.fn<() => unknown>())
const asked = vi.hoisted(() => vi.fn<(text: string) => void>())
vi.mock('../../api/case-subject.ts', () => ({
  useLinkSubject: () => ({ mutate: link, isPending: false }),
  historyQuery: () => ({ queryKey: ['history'], queryFn: history }),
}))
vi.mock('@/entities/subject/api/find-subjects.ts', () => ({
  foundSubjectsQuery: (text: string) => ({
    queryKey: ['found', text],
    queryFn: () => {
      asked(text)
      return [makeSubject()]
    },
  }),
  subjectQuery: (id: string | null) => ({ queryKey: ['subject', id], enabled: id !== null, queryFn: () => makeSubject({ state: 'revoked' }) }),
  licencesQuery: () => ({ queryKey: ['licences'], queryFn: () => [] }),
}))

const texts = { content: '买到过期牛奶', wish: '', occurred_on: null }
const session = makeSession({ permissions: ['subject.read', 'complaint.read', 'complaint.handle'] })
const own = { ...makeCase({ org_id: session.org_id }), ...texts }
beforeEach(() => {
  link.mockReset()
  asked.mockReset()
})

it('looks for the name that the citizen gave, and links the one that is chosen', async () => {
  renderPage(<SubjectCard one={own} />, { session })
  expect(screen.getByRole('button', { name: '关 联' })).toHaveProperty('disabled', true)
  await waitFor(() => expect(asked).toHaveBeenCalledWith(own.subject_name))
  await userEvent.click(screen.getByRole('combobox', { name: '查找被投诉举报单位' }))
  await userEvent.click(await screen.findByText('合肥市庐阳区亳州路街道 · 92340103MA2NHU4H36'))
  await userEvent.click(screen.getByRole('button', { name: '关 联' }))
  expect(link).toHaveBeenCalledWith(makeSubject().id)
})

it('shows what the register says of a linked one, that it is no more, and takes the link back', async () => {
  renderPage(<SubjectCard one={{ ...own, subject_id: makeSubject().id }} />, { session })
  expect(await screen.findByText('吊销，未注销')).toBeTruthy()
  expect(await screen.findByText('没有登记的许可证')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '取消关联' }))
  expect(link).toHaveBeenCalledWith(null)
})

it.each([
  ['another body', { ...own, org_id: '00000000-0000-4000-8000-0000000000ff' }, session],
  ['one who only reads', own, makeSession({ permissions: ['subject.read', 'complaint.read'] })],
  ['one who may not read subjects', own, makeSession({ permissions: ['complaint.read', 'complaint.handle'] })],
])('offers nothing to link to %s', (_who, one, viewer) => {
  const { container } = renderPage(<SubjectCard one={one} />, { session: viewer })
  expect(container.textContent).toBe('')
})

it('lists the other cases of the same business with their number, and leads to the rest', async () => {
  const row = {
    id: '00000000-0000-4000-8000-0000000000c9',
    case_type: 'tip',
    title: '无证经营',
    state_label: '已反馈',
    org_name: '局',
    filed_at: '2026-05-01T00:00:00Z',
  }
  history.mockReturnValue({ rows: [row], count: 12 })
  renderPage(<CaseHistory one={own} />)
  expect((await screen.findByRole('link', { name: '无证经营' })).getAttribute('href')).toContain(row.id)
  expect(screen.getByText(/共 12 件，列出最近 1 件/)).toBeTruthy()
  expect(screen.getByRole('link', { name: '在列表中查看' }).getAttribute('href')).toContain(encodeURIComponent(own.subject_name))
})

it('says nothing of a business of which nothing else was filed', async () => {
  history.mockReturnValue({ rows: [], count: 0 })
  const { container } = renderPage(<CaseHistory one={own} />)
  await waitFor(() => expect(history).toHaveBeenCalled())
  expect(container.textContent).toBe('')
})
