/** 认领: a body answers for its own items, the coordinator of its region decides on what it declines, the task follows. */
import { describe, expect, it } from 'vitest'
import { openSession, type Rows } from '../../session.ts'
import { itemBody, marketItem } from './fixture.ts'

const session = await openSession()
const one = (rows: Rows) => rows[0] ?? {}
const owner = 'handler.county-market'
const claimAt = async (org: string, code = marketItem) =>
  one(
    await session.read(
      'postgres',
      `select c.* from public.catalog_claims as c join public.orgs as o on o.id = c.org_id where c.item_code = $1 and o.name = $2`,
      [code, org],
    ),
  )
const answer = (who: string, isClaimed: boolean, codes = [marketItem], ground: string | null = 'no_object', note = '本地没有这类对象') =>
  session.act(who, `select item_code, outcome from public.answer_catalog_claims($1, $2, $3, $4)`, [codes, isClaimed, ground, note])
const taskOf = async (org: string) =>
  one(
    await session.read(
      'postgres',
      `select t.*, i.state as item_state, h.name as holder from public.catalog_claim_tasks as t join public.orgs as o on o.id = t.body_id
       join public.work_items as i on i.id = t.item_id join public.orgs as h on h.id = i.org_id where o.name = $1 order by t.created_at desc limit 1`,
      [org],
    ),
  )
const county = '庐阳区市场监督管理局'
const sibling = '蜀山区市场监督管理局'
const decide = async (who: string, org: string, isGranted: boolean, note = '确属本部门职责') => {
  const { id } = await claimAt(org)
  return session.act(who, `select outcome from public.decide_catalog_claims(array[$1::bigint], $2, $3)`, [id, isGranted, note])
}

describe('a body', () => {
  it('answers for itself alone, with the right to, and with a ground where it declines', async () => {
    expect(await session.refusal('reviewer.county-market', `select public.answer_catalog_claims($1, true)`, [[marketItem]])).toBe(
      'PT404 catalog.not_found',
    )
    expect(await session.refusal('coordinator.county-coordination', `select public.answer_catalog_claims($1, true)`, [[marketItem]])).toBe(
      'PT404 catalog.not_found',
    )
    expect(await session.refusal(owner, `select public.answer_catalog_claims($1, false, 'nothing', '理由')`, [[marketItem]])).toContain('PT422')
    expect(await session.refusal(owner, `select public.answer_catalog_claims($1, false, 'no_object', '')`, [[marketItem]])).toBe('PT422 catalog.note')
    expect(await session.refusal(owner, `select public.answer_catalog_claims('{}', true)`)).toBe('PT422 catalog.no_items')
    // An item that was put before others only.
    expect(await answer('handler.county-environment', true)).toEqual([{ item_code: marketItem, outcome: 'not_found' }])
  })

  it('that has claimed everything has done its task; claiming twice changes nothing', async () => {
    expect(await taskOf(county)).toMatchObject({ state: 'claiming', holder: county })
    expect(await answer(owner, true)).toEqual([{ item_code: marketItem, outcome: 'done' }])
    expect(await claimAt(county)).toMatchObject({ state: 'claimed', claimed_version: 1, ground: null })
    expect(await taskOf(county)).toMatchObject({ state: 'done', is_open: false })
    expect(await answer(owner, true)).toEqual([{ item_code: marketItem, outcome: 'claimed' }])
    expect(await answer(owner, false)).toEqual([{ item_code: marketItem, outcome: 'claimed' }])
  })
})

describe('what a body declines', () => {
  it('lies before the coordinator of its region, and nobody else decides', async () => {
    expect(await taskOf(sibling)).toMatchObject({ state: 'deciding', is_open: true })
    expect((await taskOf(sibling)).holder).not.toBe(sibling)
    expect(await decide('coordinator.county-coordination', sibling, true)).toEqual([{ outcome: 'not_found' }])
    expect(await decide('handler.sibling-market', sibling, true)).toEqual([{ outcome: 'not_found' }])
    expect(await decide('leader.city-coordination', sibling, true)).toEqual([{ outcome: 'not_found' }])
    expect(await claimAt(sibling)).toMatchObject({ state: 'declining' })
  })

  it('must be claimed when the coordinator says so, with a reason, and goes back to the body', async () => {
    const { id } = await claimAt(sibling)
    expect(await session.refusal('coordinator.city-coordination', `select public.decide_catalog_claims(array[$1::bigint], false, '')`, [id])).toBe(
      'PT422 catalog.note',
    )
    expect(await decide('coordinator.city-coordination', sibling, false)).toEqual([{ outcome: 'done' }])
    expect(await claimAt(sibling)).toMatchObject({ state: 'pending', decision_note: '确属本部门职责' })
    expect(await taskOf(sibling)).toMatchObject({ state: 'claiming', holder: sibling })
  })

  it('is not its own when the coordinator agrees, and the task is done', async () => {
    expect(await answer('handler.sibling-market', false)).toEqual([{ item_code: marketItem, outcome: 'done' }])
    expect(await decide('coordinator.city-coordination', sibling, true, '')).toEqual([{ outcome: 'done' }])
    expect(await claimAt(sibling)).toMatchObject({ state: 'declined', ground: 'no_object' })
    expect(await taskOf(sibling)).toMatchObject({ state: 'done', is_open: false })
    expect(await decide('coordinator.city-coordination', sibling, true, '')).toEqual([{ outcome: 'declined' }])
  })
})

it('a new version is asked of every body again, and says that the item changed', async () => {
  await session.act('postgres', `select private.define_version('catalog_item', $1, $2, private.local_day(now()), '试验')`, [
    marketItem,
    JSON.stringify(itemBody({ result: '结果向社会公示。', levels: ['4'] })),
  ])
  await session.act('postgres', `select private.catalog_ask_claims($1, private.coordinator_of(340000000))`, [[marketItem]])
  expect(await claimAt(county)).toMatchObject({ state: 'pending', asked_version: 2, claimed_version: 1 })
  expect(await taskOf(county)).toMatchObject({ state: 'claiming', is_open: true })
  const [row] = await session.read(owner, `select is_changed from public.catalog_claim_list where item_code = $1 and org_name = $2`, [
    marketItem,
    county,
  ])
  expect(row).toEqual({ is_changed: true })
})

it('coverage counts what its reader may read, whichever way it is grouped', async () => {
  const sum = async (who: string, by: string) =>
    one(
      await session.read(
        who,
        `select sum(asked)::int as asked, sum(claimed + pending + declining + declined)::int as parts from public.catalog_coverage(340000000, null, $1)`,
        [by],
      ),
    )
  for (const who of ['leader.province-coordination', 'line_supervisor.city-market', owner]) {
    const all = await sum(who, 'region')
    expect(all.asked).toBe(all.parts)
    for (const by of ['line', 'org', 'item']) expect(await sum(who, by)).toEqual(all)
  }
  expect((await sum(owner, 'org')).asked).toBe(1)
  expect(await session.refusal(owner, `select * from public.catalog_coverage(1, null, 'region')`)).toBe('PT422 figures.invalid')
})
