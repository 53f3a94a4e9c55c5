/** Laws, items, requests and claims at the bodies of the tests. */
import type pg from 'pg'
import { places } from '../../people.ts'
import { actAs, callAs, orgId } from '../../proof/kit.ts'

export const marketItem = '90010001000010'
export const environmentItem = '90090001000010'
const repealedLaw = 'test-old-rule'

/** An item with the ten elements. */
export const itemBody = (more: Record<string, unknown> = {}) => ({
  main_code: marketItem.slice(0, 8),
  name: '明码标价情况的监管',
  line_code: 'market',
  objects: '经营者',
  object_kinds: ['enterprise', 'individual'],
  methods: ['random', 'daily'],
  measures: ['inspect', 'penalty'],
  levels: ['3', '4'],
  bases: [{ law_code: 'test-price-law', article: '第十三条' }],
  flow: '制定计划、抽取对象和人员、实施检查、公示结果、后续处理。',
  result: '形成检查结果并公示。',
  ...more,
})

/** Opens a request as a person; returns the request. */
export async function proposeChange(db: pg.ClientBase, who: string, type: string, parts: unknown[], from: string | null = null): Promise<string> {
  await callAs(db, who, `select id from private.propose_catalog_change($1, 'law', '依据修订后的法律调整', $2, $3, gen_random_uuid())`, [
    type,
    JSON.stringify(parts),
    from,
  ])
  const { rows } = await db.query<{ id: string }>('select id from public.catalog_changes order by no desc limit 1')
  return rows[0]?.id as string
}

export async function itemOfChange(db: pg.ClientBase, id: string): Promise<string> {
  const { rows } = await db.query<{ item_id: string }>('select item_id from public.catalog_changes where id = $1', [id])
  return rows[0]?.item_id as string
}

/** Puts items before some bodies only: all of a province would be a hundred and twenty tasks. */
export async function askBodies(db: pg.ClientBase, code: string, orgs: string[]): Promise<void> {
  await db.query(`insert into public.catalog_claims (item_code, org_id, asked_version) select $1, o, 1 from unnest($2::uuid[]) as o`, [code, orgs])
  await db.query('select private.catalog_open_tasks($1, $2)', [[code], await orgId(db, places.province, 'coordination')])
}

async function loadItems(db: pg.ClientBase): Promise<void> {
  const law = (key: string, body: object) =>
    db.query(`select private.define_version('catalog_law', $1, $2, '2020-01-01', '测试数据')`, [key, JSON.stringify(body)])
  await law('test-price-law', { title: '测试价格法', kind: 'law', in_force_on: '1998-05-01' })
  await law('test-environment-law', { title: '测试环境保护法', kind: 'law', in_force_on: '2015-01-01' })
  await law(repealedLaw, { title: '价格监管的旧规定', doc_no: '第1号', kind: 'rule', repealed_on: '2026-01-01', successor_code: 'test-price-law' })
  await db.query(
    `insert into public.catalog_main_items (code, name, line_code, sort) values ($1, '价格监管', 'market', 1), ($2, '排污监管', 'environment', 1)`,
    [marketItem.slice(0, 8), environmentItem.slice(0, 8)],
  )
  const item = (key: string, body: object) =>
    db.query(`select private.define_version('catalog_item', $1, $2, '2025-01-01', '测试数据')`, [key, JSON.stringify(body)])
  await item(marketItem, itemBody())
  await item(`${marketItem.slice(0, 8)}000020`, itemBody({ name: '价格欺诈的监管', bases: [{ law_code: repealedLaw, article: '' }] }))
  await item(
    environmentItem,
    itemBody({
      main_code: environmentItem.slice(0, 8),
      name: '排污许可的监管',
      line_code: 'environment',
      levels: ['4'],
      bases: [{ law_code: 'test-environment-law', article: '第二十四条' }],
    }),
  )
}

export async function fillCatalog(db: pg.ClientBase): Promise<void> {
  await db.query('begin')
  await db.query(`select private.act_as('system:fixture')`)
  await loadItems(db)
  const market: string[] = []
  for (const region of [places.county, places.sibling, places.city, places.otherCity]) market.push(await orgId(db, region, 'market'))
  await askBodies(db, marketItem, market)
  await askBodies(db, environmentItem, [await orgId(db, places.county, 'environment')])
  await db.query('commit')
  const answer = (who: string, code: string, isClaimed: boolean) =>
    callAs(db, who, `select private.answer_catalog_claims($1, $2, $3, $4)`, [[code], isClaimed, isClaimed ? null : 'no_object', '本地没有这类对象'])
  await answer('handler.sibling-market', marketItem, false)
  await answer('handler.city-market', marketItem, true)
  await proposeChange(db, 'handler.county-market', 'amend', [
    { action: 'amend', item_code: marketItem, body: itemBody({ result: '公示检查结果。' }) },
  ])
  const back = await proposeChange(db, 'lead.sibling-market', 'suspend', [{ action: 'suspend', item_code: marketItem }])
  await actAs(db, 'coordinator.city-coordination', await itemOfChange(db, back), 'return', { note: '请写明暂停的期限' })
  const up = await proposeChange(db, 'handler.county-environment', 'repeal', [{ action: 'repeal', item_code: environmentItem }])
  await actAs(db, 'coordinator.county-coordination', await itemOfChange(db, up), 'pass', { note: '同意报送' })
}
