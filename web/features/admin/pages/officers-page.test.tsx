// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Officer } from '../model/officer.ts'
import OfficersPage from './officers-page.tsx'

const officers = scripted<{ rows: Officer[]; count: number }>()
vi.mock('@/entities/org/ui/org-select.tsx', () => ({ OrgSelect: () => null }))
vi.mock('../api/list-officers.ts', () => ({
  readOfficersPage: () => Promise.resolve([]),
  officersQuery: (filter: object) => ({ queryKey: ['officers', filter], queryFn: officers.read }),
  rolesQuery: { queryKey: ['roles'], queryFn: () => Promise.resolve([{ code: 'handler', name: '经办人', duty: 'business' }]) },
}))
vi.mock('../api/list-invitations.ts', () => ({ invitationsQuery: { queryKey: ['invitations'], queryFn: () => Promise.resolve([]) } }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({
  viewsQuery: (list: string) => ({ queryKey: ['views', list], queryFn: () => Promise.resolve([]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/shared/supabase/client.ts', () => ({ supabase: {} }))

const officer: Officer = {
  id: '00000000-0000-4000-8000-000000000009',
  name: '周静',
  title: '科员',
  is_active: true,
  created_at: '2026-01-01T00:00:00Z',
  orgs: { name: '庐阳区市场监督管理局' },
  officer_role_grants: [{ role_code: 'handler', expires_at: null }],
}

it('fails with a retry', async () => {
  officers.fail()
  renderPage(<OfficersPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('names roles, and offers to invite and disable only to those who may', async () => {
  officers.give({ rows: [officer], count: 1 })
  const first = renderPage(<OfficersPage />)
  expect(await screen.findByText('经办人')).toBeTruthy()
  expect(screen.queryByRole('button', { name: '邀请人员' })).toBeNull()
  expect(screen.getByRole('heading', { level: 1, name: '通讯录' })).toBeTruthy()
  first.unmount()
  renderPage(<OfficersPage />, { session: makeSession({ permissions: ['officer.read', 'officer.invite'] }) })
  expect(await screen.findByRole('button', { name: '停用周静' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '邀请人员' })).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: '人员管理' })).toBeTruthy()
})
