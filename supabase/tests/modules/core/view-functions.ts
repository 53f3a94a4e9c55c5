/** The RPCs behind a list's head in the matrix: saved views and the counts of the states. */
import { savedViews } from './saved-views.ts'
import { officers, quote, type FunctionSpec } from '../../proof/types.ts'

export const viewFunctions: Record<string, FunctionSpec> = {
  save_view: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.save_view('cases', '新的', 'late=true', true)`,
        expect: (oracle, principal) => (oracle.myOrg(principal) ? 'ok' : 'PT404'),
      },
    ],
  },
  rename_view: {
    callers: officers,
    calls: () =>
      savedViews.map((view) => ({
        sql: `select public.rename_view(${quote(view.id)}, '改名')`,
        expect: (oracle, principal) => (principal.sub === view.officerId && oracle.myOrg(principal) ? 'ok' : 'PT404'),
      })),
  },
  delete_view: {
    callers: officers,
    calls: () =>
      savedViews.map((view) => ({
        sql: `select public.delete_view(${quote(view.id)})`,
        expect: (oracle, principal) => (principal.sub === view.officerId && oracle.myOrg(principal) ? 'ok' : 'PT404'),
      })),
  },
  work_state_counts: {
    callers: officers,
    calls: (world) => [
      {
        // Every item of the caller and no other, whoever asks.
        sql: `select coalesce(sum(s.n), 0) = (select count(*) from public.work_items as i where i.is_open) from public.work_state_counts() as s`,
        expect: () => 'ok:true',
      },
      ...[...new Set(world.items.map((item) => item.org_id))].slice(0, 3).map((org) => ({
        sql: `select coalesce(sum(s.n), 0) = (select count(*) from public.work_items as i where i.is_open and i.org_id = ${quote(org)}) from public.work_state_counts(p_org => ${quote(org)}) as s`,
        expect: () => 'ok:true',
      })),
    ],
  },
}
