/** Exports and refusals on record: who, what, how many; and that nobody fills the log with them. */
import { createHash } from 'node:crypto'
import { expect, it } from 'vitest'
import { personOf } from './people.ts'
import { openSession } from './session.ts'

const digestOf = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 16)
const session = await openSession()
const who = 'handler.county-market'
const log = (table: string) =>
  session.read('postgres', `select actor, request_id, row_key, op, new_row from private.audit_log where table_name = $1 order by id`, [table])
const hear = (event: object) => session.act('postgres', 'select private.on_refused($1)', [JSON.stringify(event)])

it('an export names the list, what it was narrowed to and how many rows, without what nobody sees', async () => {
  await session.act(who, `select public.record_export($1, $2, 12)`, ['投诉举报\u200b', `状态：${'长'.repeat(600)}`])
  const [entry] = await log('private.exports')
  expect(entry).toMatchObject({ actor: personOf(who).id, row_key: '投诉举报', op: 'read', new_row: { rows: 12 } })
  expect((entry as { new_row: { filter: string } }).new_row.filter).toHaveLength(500)
  expect(await session.refusal('disabled.county-market', `select public.record_export('x', '', 1)`)).toBe('PT403 audit.no_actor')
  expect(await session.refusal('anon', `select public.record_export('x', '', 1)`)).toMatch(/^42501/)
})

it('a refusal is on record with ids and number of the request, sixty times an hour, of officers only', async () => {
  const id = personOf(who).id
  await hear({ user_id: '00000000-0000-4000-8000-000000000000', function: 'work_act', code: 'work.not_found' })
  expect(await log('private.refusals')).toEqual([])
  for (let n = 0; n < 65; n += 1)
    await hear({ user_id: id, function: 'work_act', code: 'work.not_found', ids: { p_item_id: id }, request_id: `r${n}` })
  const entries = await log('private.refusals')
  expect(entries).toHaveLength(60)
  expect(entries[0]).toEqual({
    actor: id,
    request_id: 'r0',
    row_key: 'work_act',
    op: 'refused',
    new_row: { refusal: 'work.not_found', p_item_id: id },
  })
})

it('of what a citizen wrote the log keeps length and digest, and a change still shows', async () => {
  const [one] = await session.read('postgres', `select id, content from public.complaint_cases where content <> '' limit 1`)
  const entries = () =>
    session.read(
      'postgres',
      `select op, new_row, old_row from private.audit_log where table_name = 'public.complaint_cases' and row_key = $1 order by id`,
      [one?.id],
    )
  const [made] = await entries()
  expect(JSON.stringify(made)).not.toContain(one?.content)
  expect((made as { new_row: { content: string } }).new_row.content).toMatch(/^（\d+ 字，不入日志，摘要 [0-9a-f]{16}）$/)
  await session.act('postgres', `update public.complaint_cases set content = '改过的内容' where id = $1`, [one?.id])
  const last = (await entries()).at(-1)
  expect(last).toMatchObject({ op: 'update', new_row: { content: '（5 字，不入日志，摘要 ' + digestOf('改过的内容') + '）' } })
  expect((last as { old_row: { content: string } }).old_row.content).toBe((made as { new_row: { content: string } }).new_row.content)
})
