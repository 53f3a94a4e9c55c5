/** Long work in the matrix: exports of several officers, and cleaning by hand. */
import type pg from 'pg'
import { personOf } from '../../people.ts'
import { edgeOnly, nobody, officers, quote, type Check, type FunctionSpec } from '../../proof/types.ts'

const idOf = (n: number) => `00000000-0000-4000-8000-0000000070${String(n).padStart(2, '0')}`

const owners = ['handler.county-market', 'lead.sibling-market', 'audit_admin.province-coordination']

/** Of each owner: one that goes on, one that is done, with its file. */
export const sampleJobs = owners.flatMap((key, index) => [
  { id: idOf(2 * index), ownerId: personOf(key).id, isActive: true, path: null },
  { id: idOf(2 * index + 1), ownerId: personOf(key).id, isActive: false, path: `${idOf(2 * index + 1)}/file.xlsx` },
])

export async function fillJobs(db: pg.ClientBase): Promise<void> {
  for (const { id, ownerId, isActive, path } of sampleJobs)
    await db.query(
      `insert into public.jobs (id, key, kind, label, owner_id, state, params, file_path) values ($1, $1, 'export', '投诉举报', $2, $3, '{"columns":["甲"]}', $4)`,
      [id, ownerId, isActive ? 'running' : 'done', path],
    )
  await db.query(`insert into storage.objects (bucket_id, name) select 'exports', j.file_path from public.jobs as j where j.file_path is not null`)
}

const ofOwner = (name: string, args: (id: string) => string, answer: (isActive: boolean) => string): FunctionSpec => ({
  callers: officers,
  calls: () =>
    sampleJobs.map(({ id, ownerId, isActive }) => ({
      sql: `select public.${name}(${args(quote(id))})`,
      expect: (_oracle, principal) => (principal.sub === ownerId ? answer(isActive) : 'PT404'),
    })),
})

export const jobFunctions: Record<string, FunctionSpec> = {
  cancel_job: ofOwner(
    'cancel_job',
    (id) => id,
    () => 'ok',
  ),
  delete_job: ofOwner(
    'delete_job',
    (id) => id,
    (isActive) => (isActive ? 'PT409' : 'ok'),
  ),
  add_export_part: ofOwner(
    'add_export_part',
    (id) => `${id}, 0, '[["乙"]]'`,
    (isActive) => (isActive ? 'ok' : 'PT409'),
  ),
  finish_export: ofOwner(
    'finish_export',
    (id) => id,
    () => 'any',
  ),
  start_export: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.start_export(gen_random_uuid(), '投诉举报', '全部', '/work/complaints', '{编号}')`,
        expect: (oracle, principal) => (oracle.myOrg(principal) ? 'ok' : 'PT403'),
      },
    ],
  },
  start_job: {
    callers: officers,
    calls: () => [
      {
        sql: `select public.start_job(gen_random_uuid(), 'housekeeping')`,
        expect: (oracle, principal) => (oracle.canForSite(principal, 'site.admin') ? 'ok' : 'PT404'),
      },
    ],
  },
  take_export: edgeOnly(`select * from public.take_export('${nobody}', 1, '${nobody}')`),
  export_part: edgeOnly(`select public.export_part('${nobody}', 0, 1, '${nobody}')`),
  settle_export: edgeOnly(`select public.settle_export('${nobody}', 1, '${nobody}', 'x', 1, 'x')`),
}

export const jobChecks: Check[] = [
  ['private.my_job(uuid)', 'and j.owner_id = private.my_id()', '', 'function', 'cancel_job'],
  ['private.delete_job(uuid)', `if job.state in ('running', 'finishing') then`, 'if false then', 'function', 'delete_job'],
  ['private.add_export_part(uuid,integer,jsonb,jsonb)', `or job.state <> 'running'`, '', 'function', 'add_export_part'],
]
