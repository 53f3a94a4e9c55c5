// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { makeSubject } from '@/testing/make-subject.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { SubjectsFilter } from '../model/subjects-filter.ts'
import SubjectsPage from './subjects-page.tsx'

const asked = vi.hoisted(() => vi.fn<(filter: SubjectsFilter, home: number) => void>())
const subjects = scripted<{ rows: object[]; count: number }>()
vi.mock('@/shared/supabase/client.ts', () => ({ supabase: {} }))
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: (table: string) => Promise.resolve(table === 'codes' ? [{ code: 'key', label: '重点监管' }] : []),
}))
vi.mock('@/widgets/work-list/api/views.ts', () => ({
  viewsQuery: (list: string) => ({ queryKey: ['views', list], queryFn: () => Promise.resolve([]) }),
}))
vi.mock('../api/list-subjects.ts', () => ({
  readSubjects: () => Promise.resolve([]),
  industriesQuery: { queryKey: ['industries'], queryFn: () => Promise.resolve([{ code: '62', name: '餐饮业' }]) },
  subjectsQuery: (filter: SubjectsFilter, home: number) => {
    asked(filter, home)
    return { queryKey: ['subjects', filter], queryFn: subjects.read }
  },
}))

it('fails with a retry', async () => {
  subjects.fail()
  renderPage(<SubjectsPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('lists with state, licence light and tags, each leading to its page', async () => {
  subjects.give({ rows: [makeSubject({ name: '鼎香小吃店', state: 'closed', licence_light: 'yellow', tags: ['key'] })], count: 1 })
  renderPage(<SubjectsPage />)
  const link = await screen.findByRole('link', { name: '鼎香小吃店' })
  expect(link.getAttribute('href')).toBe('/work/subjects/00000000-0000-4000-8000-0000000000b1')
  const row = link.closest('tr')?.textContent
  expect(row).toContain('注销')
  expect(row).toContain('60 天内到期')
  expect(row).toContain('重点监管')
})

it('asks for what the address says, and tells that words find the twenty best', async () => {
  subjects.give({ rows: [], count: 0 })
  renderPage(<SubjectsPage />, { at: '/work/subjects?q=没有&licence=red&tag=key&industry=62' })
  expect(await screen.findByText('没有符合条件的监管对象')).toBeTruthy()
  expect(screen.getByText(/前 20 家/)).toBeTruthy()
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ q: '没有', licence: 'red', tag: 'key', industry: '62' }), expect.any(Number))
})
