/** A test of the tests: what a new module may forget is planted, one at a time, and must be noticed. */
import { expect, it } from 'vitest'
import { flowRules } from './house-rules.ts'
import { combine, loadProofs, type Proofs } from './proof/modules.ts'
import { probeCoverage, probePrivileges } from './rls/coverage.ts'
import { openGuards } from './rls/guards.ts'
import { probeSetup, type Tally } from './rls/probes.ts'
import { openSession } from './session.ts'

const { db } = await openSession()
const proofs = await loadProofs()

/** What coverage and the rules of flows say after a change, which is undone. */
async function noticed(sql: string, known: Proofs = proofs): Promise<string[]> {
  await db.query('begin')
  try {
    await db.query(probeSetup + openGuards)
    await db.query(`select private.act_as('system:migration')`)
    await db.query(sql)
    const tally: Tally = { probes: 0, leaks: [] }
    await probeCoverage(db, known, tally)
    await probePrivileges(db, known, tally)
    const offenders: string[] = []
    for (const [title, rule] of flowRules)
      for (const row of (await db.query(rule)).rows as object[]) offenders.push(`${title}: ${String(Object.values(row)[0])}`)
    return [...tally.leaks, ...offenders]
  } finally {
    await db.query('rollback')
  }
}

it('says nothing when nothing was forgotten', async () => expect(await noticed('select 1')).toEqual([]))

const kind = `select private.register_work_kind('lost', '遗忘', 'YW', 'trial.read', 'trial.handle', 'trial.assign')`

it.each([
  ['a table', `create table public.trial_lost (id int primary key)`, 'public.trial_lost has no case in the matrix'],
  ['an RPC', `create function public.trial_lost() returns int language sql as 'select 1'`, 'function public.trial_lost has no case in the matrix'],
  ['a kind of item', kind, 'kind lost has no flow in a proof'],
  [
    'a move',
    `select private.allow_move('trial', 'sent', 'lost', 'cancelled', '遗忘', 'trial.handle')`,
    'trial: "sent lost → cancelled: trial.handle of the holder" is in no proof',
  ],
  [
    'a second person',
    `update private.work_transitions set approval = null where kind = 'tip' and action = 'file_case'`,
    'tip: "verifying file_case → investigating: complaint.handle of the holder, 承办人" is in no proof',
  ],
  ['a permission', `select private.allow('trial.lost', '遗忘', '{"handler":"own_org"}')`, 'permission trial.lost is in no proof'],
  [
    'who reads the attachments of a kind of record',
    `insert into private.attachment_owners select (jsonb_populate_record(k, '{"owner_kind":"trial_lost"}')).* from private.attachment_owners as k limit 1`,
    'records of kind trial_lost take attachments, and no proof says who reads them',
  ],
  [
    'the check in a function that people call',
    `create function private.trial_lost() returns bigint language sql security definer set search_path = '' as 'select count(*) from public.work_items';
     grant execute on function private.trial_lost to authenticated`,
    'private.trial_lost checks nothing of its caller, and no proof says why',
  ],
  ['a grant too many', `grant update on public.trial_notices to authenticated`, 'authenticated holds update on public.trial_notices'],
  [
    'the rule of a term',
    `update public.deadline_rules set effective_to = current_date - 2 where key = 'trial.keep'`,
    'every term that a move starts, meets, extends or waits for has a rule today and in a year: trial.complete trial.keep',
  ],
  [
    'a dictionary',
    `select private.allow_move('trial', 'sent', 'lost', 'cancelled', '遗忘', 'trial.handle', array[private.field('ground', 'select', '理由', '{"code_set":"trial.lost"}')])`,
    'every dictionary that a field names has an entry: trial.lost trial.lost',
  ],
])('notices %s', async (_what, sql, message) => expect((await noticed(sql)).join('\n')).toContain(message))

it('notices a move, a kind and a table that only the proof has', async () => {
  const [trial] = proofs.modules.filter(({ id }) => id === 'trial')
  if (!trial) throw new Error('no proof of the flow of the tests')
  const flows = trial.flows.map((flow) => ({
    ...flow,
    moves: { ...flow.moves, sent: { ...flow.moves.sent, lost: { to: 'sent', permission: 'trial.handle' } } },
  }))
  const changed = combine(proofs.modules.map((module) => (module.id === 'trial' ? { ...trial, flows } : module)))
  expect((await noticed('select 1', changed)).join('\n')).toContain('trial: "sent lost → sent: trial.handle of the holder" is not in the database')
})

it('does not take one name from two modules', () => {
  const [first] = proofs.modules
  if (!first) throw new Error('no proof')
  expect(() => combine([first, { ...first, id: 'other' }])).toThrow(/stands in the proof of other and of another module/)
})
