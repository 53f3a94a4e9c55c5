// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { ModulesContext } from '@/shared/module/module-context.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { AuditEntry } from '../model/audit-entry.ts'
import type { AuditFilter } from '../model/audit-filter.ts'
import AuditPage from './audit-page.tsx'

const visits = {
  id: 'visits',
  title: '走访',
  permissions: [],
  nav: [],
  workRoutes: [],
  auditWords: () => Promise.resolve({ tables: { 'public.visits': '走访记录' }, fields: {} }),
}

const entries = scripted<AuditEntry[]>()
const asked = vi.fn<(filter: AuditFilter) => void>()
vi.mock('../api/check-seals.ts', () => ({ useCheckSeals: () => ({ mutate: vi.fn<() => void>(), isPending: false }) }))
vi.mock('../api/list-audit.ts', () => ({
  auditQuery: (filter: AuditFilter) => {
    asked(filter)
    return { queryKey: ['audit', filter], queryFn: entries.read, initialPageParam: undefined, getNextPageParam: () => undefined }
  },
}))

const entry: AuditEntry = {
  id: 7,
  at: '2026-11-21T08:00:00Z',
  actor: 'a1',
  actor_name: '周静',
  request_id: null,
  table_name: 'public.visits',
  row_key: 'f1',
  op: 'read',
  old_row: null,
  new_row: { reason: '联系投诉人', org_id: 'o1' },
  words: { 'org_id=o1': '庐阳区市场监督管理局', '@=f1': '皖投2026001' },
}

it('fails with a retry and says when nothing matches', async () => {
  entries.fail()
  const first = renderPage(<AuditPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  first.unmount()
  entries.give([])
  renderPage(<AuditPage />)
  expect(await screen.findByText('没有符合条件的记录')).toBeTruthy()
})

it('says who did what to which record and why, and narrows to it', async () => {
  entries.give([entry])
  renderPage(
    <ModulesContext value={[visits]}>
      <AuditPage />
    </ModulesContext>,
  )
  for (const text of ['周静', '查看', '走访记录', '联系投诉人', '庐阳区市场监督管理局']) expect(await screen.findByText(text)).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '皖投2026001' }))
  expect(asked).toHaveBeenLastCalledWith({ table: 'public.visits', key: 'f1', actor: '', from: '', to: '' })
})
