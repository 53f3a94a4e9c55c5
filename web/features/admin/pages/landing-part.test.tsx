// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import AdminLanding from './landing-part.tsx'

const asked = vi.hoisted(() => [] as string[])
const answer = (name: string, data: unknown) => ({
  queryKey: [name],
  queryFn: () => {
    asked.push(name)
    return data === undefined ? Promise.reject(new Error('down')) : Promise.resolve(data)
  },
})
const invitations = vi.hoisted(() => ({ rows: undefined as unknown }))
vi.mock('../api/list-invitations.ts', () => ({
  get invitationsQuery() {
    return answer('invitations', invitations.rows)
  },
}))
const waits = vi.hoisted(() => ({ officers: [] as unknown[], changes: [] as unknown[] }))
vi.mock('../api/waiting-officers.ts', () => ({
  get waitingOfficersQuery() {
    return answer('waiting', waits.officers)
  },
}))
vi.mock('../api/officer-changes.ts', () => ({ officerChangesQuery: (isOpen: boolean) => answer(`changes ${isOpen}`, waits.changes) }))
vi.mock('../api/status.ts', () => ({
  get statusQuery() {
    return answer('status', undefined)
  },
}))
vi.mock('../api/messages.ts', () => ({
  get messageFiguresQuery() {
    return answer('messages', [{ failed: 2 }, { failed: 1 }])
  },
}))
vi.mock('../api/calendar.ts', () => ({
  get calendarYearsQuery() {
    return answer('years', [])
  },
}))
beforeEach(() => void (asked.length = 0))

it('asks nothing on behalf of whoever may not know it', async () => {
  renderPage(<AdminLanding />, { session: makeSession({ roles: ['audit_admin'], permissions: ['audit.read'] }) })
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    expect.stringMatching(/^\/work\/admin\/audit\?from=\d{4}-\d\d-\d\d$/),
    '/work/admin/audit',
  ])
  expect(asked).toEqual([])
})

it('still leads everywhere when it cannot tell how things are', async () => {
  invitations.rows = [{}, {}]
  renderPage(<AdminLanding />, { session: makeSession({ roles: ['system_admin'], permissions: ['officer.invite', 'site.admin'] }) })
  expect(await screen.findByRole('link', { name: '人员管理 2 份邀请尚未使用' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '运行情况 定时任务、事件投递' }).getAttribute('href')).toBe('/work/admin/status')
})

it('says who waits for a role, and what waits for this person rather than another', async () => {
  waits.officers = [{}, {}]
  waits.changes = [{ blocked: null }, { blocked: '申请人与您职责相同，须由另一类管理员核准' }]
  renderPage(<AdminLanding />, { session: makeSession({ roles: ['security_admin'], permissions: ['officer.grant', 'officer.confirm'] }) })
  expect(await screen.findByRole('link', { name: '人员管理 2 人待授权' })).toBeTruthy()
  expect(await screen.findByRole('link', { name: '管理员变更 1 项待您核准' })).toBeTruthy()
  expect(asked.toSorted()).toEqual(['changes true', 'waiting'])
})
