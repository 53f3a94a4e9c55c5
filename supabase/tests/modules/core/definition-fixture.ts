/** Versions in every state that the matrix tells apart: in force, coming, withdrawn, and of a kind that is not public. */
import type pg from 'pg'
import { claimsFor, personOf } from '../../people.ts'

const coming = { label: '矩阵待生效', sort: 90, is_active: true }

export async function fillDefinitions(db: pg.ClientBase): Promise<void> {
  await db.query('begin')
  await db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(personOf('system_admin.province-coordination').id))])
  const publish = (key: string, body: object) =>
    db.query(`select id from private.publish_definition('code', $1, $2, private.local_day(now()) + 30, '测试数据')`, [key, JSON.stringify(body)])
  await publish('tip.outcome/fixture_coming', coming)
  await publish('tip.outcome/fixture_withdrawn', { ...coming, label: '矩阵已撤回' })
  await db.query(`select private.withdraw_definition(d.id) from public.definitions as d where d.key = 'tip.outcome/fixture_withdrawn'`)
  await db.query(
    `insert into private.definition_kinds (kind, label, permission, check_function, apply_function, is_public)
     values ('fixture_closed', '不公开的定义', 'site.admin', 'private.site_checked', 'private.site_apply', false)`,
  )
  await db.query(`select private.definition_adopt('fixture_closed', 'x', '{}', '2026-01-01', null, '测试数据')`)
  await db.query('commit')
}
