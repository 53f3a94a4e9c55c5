// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { makeSubject } from '@/testing/make-subject.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { SubjectFile } from '../model/subject-file.ts'
import SubjectPage from './subject-page.tsx'

const files = scripted<SubjectFile>()
const set = vi.hoisted(() => vi.fn<(values: object) => Promise<void>>())
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([{ code: 'key', label: '重点监管' }]) }))
vi.mock('@/entities/subject/api/find-subjects.ts', () => ({ licencesQuery: () => ({ queryKey: ['licences'], queryFn: () => Promise.resolve([]) }) }))
vi.mock('../api/subject-file.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return { subjectFileQuery: (id: string) => ({ queryKey: ['file', id], queryFn: files.read }), useSetTag: () => useMutation({ mutationFn: set }) }
})

const record = (id: number, source: string, address: string) => ({
  id,
  source_name: source,
  trust: id,
  source_key: String(id),
  fields: { name: '鼎香小吃店', address },
  is_current: true,
  received_at: '2026-01-02T00:00:00Z',
})
const file: SubjectFile = {
  subject: makeSubject({ parent_id: 'p', parent_name: '鼎香集团' }),
  losers: [makeSubject({ id: 'l', name: '鼎香老店' })],
  children: [makeSubject({ id: 'c', name: '乘客电梯', kind: 'equipment' })],
  identifiers: [{ kind: 'registration_no', value: '110108000000017', source: '许可系统', is_doubtful: true }],
  records: [record(1, '市场主体登记', '长江路 1 号'), record(2, '许可系统', '长江路 2 号')],
  licences: [{ id: 1, name: '食品经营许可证', licence_no: 'JY1', issuer: '局', issued_on: '2020-01-01', valid_to: '2025-01-01', light: 'red' }],
  tags: [{ id: 1, subject_id: 's', tag: 'key', set_words: '某局 张三', set_at: '2026-02-01T00:00:00Z' }],
  cases: [{ id: 'k', case_no: 'TS1', title: '有虫', filed_at: '2026-01-05T00:00:00Z', is_open: true }],
  merges: [],
}

it('is not found where there is none', async () => {
  files.hide()
  renderPage(<SubjectPage />)
  expect(await screen.findByText('没有找到')).toBeTruthy()
})

it('shows what each source says with the difference, doubtful codes, lights, relatives, and cases on the line of time', async () => {
  files.give(file)
  renderPage(<SubjectPage />)
  const address = (await screen.findByText('长江路 2 号')).closest('tr') as HTMLElement
  expect(within(address).getByText('不一致')).toBeTruthy()
  expect(screen.getByText('校验码不符，待核实')).toBeTruthy()
  expect(screen.getByText('已过期')).toBeTruthy()
  for (const name of ['鼎香集团', '鼎香老店', '乘客电梯']) expect(screen.getByRole('link', { name })).toBeTruthy()
  expect(screen.getByRole('link', { name: 'TS1 有虫' }).getAttribute('href')).toBe('/work/complaints/k')
  expect(screen.queryByRole('button', { name: /去掉标签/ })).toBeNull()
})

it('lets whoever may take a tag off, and tells of one that was merged where it stands now', async () => {
  files.give({ ...file, subject: makeSubject({ merged_into_id: 'w' }) })
  set.mockResolvedValue()
  renderPage(<SubjectPage />, { session: makeSession({ permissions: ['subject.read', 'subject.tag'] }) })
  expect((await screen.findByRole('link', { name: '查看保留的一家' })).getAttribute('href')).toBe('/work/subjects/w')
  await userEvent.click(await screen.findByRole('button', { name: '去掉标签：重点监管' }))
  await waitFor(() => expect(set.mock.calls[0]?.[0]).toEqual({ subjectId: 's', tag: 'key', isSet: false }))
})
