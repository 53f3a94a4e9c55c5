// @vitest-environment jsdom
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Officer } from '../model/officer.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'
import OfficersPage from './officers-page.tsx'

const asked = vi.hoisted(() => vi.fn<(filter: OfficersFilter) => void>())
const officers = scripted<{ rows: Officer[]; count: number }>()
vi.mock('@/entities/org/ui/org-select.tsx', () => ({ OrgSelect: () => null }))
vi.mock('../api/list-officers.ts', () => ({
  readOfficersPage: () => Promise.resolve([]),
  officersQuery: (filter: OfficersFilter) => {
    asked(filter)
    return { queryKey: ['officers', filter], queryFn: officers.read }
  },
  grantsQuery: (id: string) => ({ queryKey: ['grants', id], queryFn: () => Promise.resolve([]) }),
  rolesQuery: {
    queryKey: ['roles'],
    queryFn: () =>
      Promise.resolve([
        { code: 'handler', name: '经办人', duty: 'business' },
        { code: 'audit_admin', name: '审计管理员', duty: 'audit' },
      ]),
  },
}))
const factors = vi.hoisted(() => ({ ids: [] as string[] }))
vi.mock('../api/officer-factors.ts', () => ({
  factorsQuery: (ids: readonly string[]) => ({ queryKey: ['factors', ...ids], queryFn: () => Promise.resolve(factors.ids) }),
}))
const waiting = vi.hoisted(() => ({ rows: [] as object[] }))
const granted = vi.hoisted(() => vi.fn<(change: object) => Promise<void>>())
vi.mock('../api/waiting-officers.ts', () => ({ waitingOfficersQuery: { queryKey: ['waiting'], queryFn: () => Promise.resolve(waiting.rows) } }))
vi.mock('../api/change-role.ts', async () => {
  const { useMutation } = await import('@tanstack/react-query')
  return { useChangeRole: () => useMutation({ mutationFn: granted }) }
})
vi.mock('../api/list-invitations.ts', () => ({ invitationsQuery: { queryKey: ['invitations'], queryFn: () => Promise.resolve([]) } }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({
  viewsQuery: (list: string) => ({ queryKey: ['views', list], queryFn: () => Promise.resolve([]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({
  restGet: (table: string, params: Record<string, string>) =>
    Promise.resolve(
      table === 'orgs'
        ? [{ id: '00000000-0000-4000-8000-0000000000b1', name: '合肥市教育局', short_name: '教育局' }]
        : params.parent_code === 'eq.340100000'
          ? [{ code: 340103000, name: '庐阳区', full_name: '合肥市庐阳区', tier: 4, parent_code: 340100000 }]
          : [],
    ),
}))
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
  expect(screen.queryByRole('columnheader', { name: '操作' })).toBeNull()
  first.unmount()
  renderPage(<OfficersPage />, { session: makeSession({ permissions: ['officer.read', 'officer.invite'] }) })
  expect(await screen.findByRole('button', { name: '停用周静' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '邀请人员' })).toBeTruthy()
  expect(screen.getByRole('heading', { level: 1, name: '人员管理' })).toBeTruthy()
})

it('offers to reset a second factor where there is one', async () => {
  officers.give({ rows: [officer, { ...officer, id: '00000000-0000-4000-8000-000000000007', name: '吴敏' }], count: 2 })
  factors.ids = [officer.id]
  renderPage(<OfficersPage />, { session: makeSession({ permissions: ['officer.read', 'officer.invite'] }) })
  expect(await screen.findByRole('button', { name: '重置验证：周静' })).toBeTruthy()
  expect(screen.getByRole('button', { name: '停用吴敏' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '重置验证：吴敏' })).toBeNull()
  factors.ids = []
})

it('goes from places to bodies in the tree: one or the other', async () => {
  officers.give({ rows: [officer], count: 1 })
  renderPage(<OfficersPage />, { session: makeSession({ is_coordinator: true, region_code: 340100000, permissions: ['officer.read'] }) })
  await userEvent.click(await screen.findByRole('button', { name: '庐阳区' }))
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ region: 340103000, org: undefined }))
  await userEvent.click(screen.getByRole('button', { name: '本级单位' }))
  await userEvent.click(await screen.findByRole('button', { name: '教育局' }))
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ region: undefined, org: '00000000-0000-4000-8000-0000000000b1' }))
  await userEvent.click(screen.getByRole('button', { name: '全部辖区' }))
  expect(asked).toHaveBeenLastCalledWith(expect.objectContaining({ region: undefined, org: undefined }))
})

const newcomer = (name: string, roles: [string, string]) => ({
  officer_id: `00000000-0000-4000-8000-00000000000${name.length}`,
  name,
  title: '',
  org_name: '庐阳区市场监督管理局',
  joined_at: '2026-01-01T00:00:00Z',
  role_codes: [roles[0]],
  role_names: [roles[1]],
  invited_by_name: '赵工',
  is_asked: false,
})

it("gives who waits the proposed role with one button, and asks a second person where it is an administrator's", async () => {
  officers.give({ rows: [], count: 0 })
  waiting.rows = [
    newcomer('林悦', ['handler', '经办人']),
    newcomer('袁工程', ['audit_admin', '审计管理员']),
    { ...newcomer('等待核准', ['audit_admin', '审计管理员']), is_asked: true },
  ]
  granted.mockResolvedValue()
  renderPage(<OfficersPage />, { session: makeSession({ permissions: ['officer.read', 'officer.grant'] }) })
  expect(await screen.findByText(/赵工建议：经办人/)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '按建议授予林悦' }))
  await waitFor(() => expect(granted.mock.calls[0]?.[0]).toMatchObject({ role: 'handler', isGranted: true }))
  await userEvent.click(screen.getByRole('button', { name: '按建议授予袁工程' }))
  expect(await screen.findByText('申请授予“审计管理员”：袁工程')).toBeTruthy()
  expect(granted).toHaveBeenCalledTimes(1)
  expect(screen.queryByRole('button', { name: '按建议授予等待核准' })).toBeNull()
})

it("disables a colleague, and asks for it where the account is an administrator's", async () => {
  waiting.rows = []
  officers.give({
    rows: [
      officer,
      { ...officer, id: '00000000-0000-4000-8000-000000000008', name: '冯工', officer_role_grants: [{ role_code: 'audit_admin', expires_at: null }] },
    ],
    count: 2,
  })
  renderPage(<OfficersPage />, { session: makeSession({ permissions: ['officer.read', 'officer.invite'] }) })
  expect(await screen.findByRole('button', { name: '停用周静' })).toBeTruthy()
  expect(screen.queryByRole('button', { name: '停用冯工' })).toBeNull()
  await userEvent.click(screen.getByRole('button', { name: '申请停用：冯工' }))
  await userEvent.click(await screen.findByRole('button', { name: '提交申请' }))
  expect(await screen.findByText('请填写理由，10 至 200 个字')).toBeTruthy()
})
