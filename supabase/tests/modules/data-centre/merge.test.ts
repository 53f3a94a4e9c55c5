/** One business that is really one: what is proposed, who decides, and that undoing leaves no trace. */
import { beforeAll, describe, expect, it } from 'vitest'
import { randomOf } from '../../../seed/world/random.ts'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const { db } = session
const desk = 'coordinator.city-coordination'
const reason = '核对营业执照，为同一家'
const confirm = 'select public.decide_subject_merge($1, $2, $3)'
const undo = 'select public.undo_subject_merge($1, $2)'
const seed = Number(process.env.SEED ?? (Date.now() % 1_000_000).toString())

const insert = async (rows: Record<string, unknown>[]) => {
  await db.query(`set app.actor = 'system:test'`)
  await db.query(
    `insert into public.subjects (kind, name, uscc, region_code, address, legal_person)
     select 'enterprise', g.name, g.uscc, g.region, coalesce(g.address, ''), coalesce(g.person, '')
     from jsonb_to_recordset($1::jsonb) as g (name text, uscc text, region int, address text, person text)`,
    [JSON.stringify(rows.map((row) => ({ region: places.town, ...row })))],
  )
}
const pairs = (like: string) =>
  session.read('postgres', 'select * from public.subject_merge_list where left_name like $1 and right_name like $1 order by left_name, right_name', [
    `${like}%`,
  ])
const propose = () => db.query('select private.propose_subject_merges()')
const digest = async () =>
  (
    await session.read(
      'postgres',
      `select md5(string_agg(s.x, ',' order by s.x)) as said from (
         select to_jsonb(t)::text as x from public.subjects as t union all select to_jsonb(t)::text from public.subject_identifiers as t
         union all select to_jsonb(t)::text from public.subject_records as t union all select to_jsonb(t)::text from public.subject_licences as t
         union all select to_jsonb(t)::text from public.subject_tags as t union all select to_jsonb(t)::text from public.complaint_cases as t) as s`,
    )
  )[0]?.said

describe('what is proposed', () => {
  beforeAll(async () => {
    await insert([
      { name: '甲一商贸有限公司' },
      { name: '甲一（商贸）有限责任公司', region: places.county },
      { name: '甲二商贸有限公司', uscc: '91340100MA2N00000A' },
      { name: '甲三商贸有限公司', region: places.otherCounty },
      { name: '甲三商贸有限公司' },
      { name: '甲四老店', address: '长江路１号', person: '王某' },
      { name: '甲四总店', address: '长江路1号', person: '王某' },
      { name: '甲五商贸有限公司', uscc: '91350100M000100Y43'.replace('91350100', '91440300').slice(0, 18) },
      { name: '甲六商贸有限公司', uscc: '91440300708461136T' },
      { name: '甲六商贸有限责任公司', uscc: '11340000002986061N' },
    ])
    await db.query(
      `insert into public.subject_identifiers (subject_id, kind, value, source) select s.id, 'org_code', 'M000100Y4', '许可系统' from public.subjects as s where s.name in ('甲二商贸有限公司', '甲五商贸有限公司')`,
    )
    await propose()
  })

  it('is the same code, the same name in the same county, or the same door and person', async () => {
    const found = (await pairs('甲')).map(({ left_name: a, right_name: b, ground }) => `${String(ground)} ${[String(a), String(b)].sort().join(' ')}`)
    expect(found.sort()).toEqual([
      'same_address 甲四总店 甲四老店',
      'same_identifier 甲二商贸有限公司 甲五商贸有限公司',
      'same_name 甲一商贸有限公司 甲一（商贸）有限责任公司',
    ])
  })
  it('is not proposed twice, nor again once it was refused', async () => {
    const [pair] = await pairs('甲四')
    await session.act(desk, confirm, [pair?.id, '两家各有执照', null])
    await db.query(`update private.subject_match_marks set looked_until = '-infinity'`)
    await propose()
    expect((await pairs('甲四')).map(({ state }) => state)).toEqual(['refused'])
  })
})

describe('a decision', () => {
  const idOf = async (name: string) => String((await session.read('postgres', 'select id from public.subjects where name = $1', [name]))[0]?.id)
  beforeAll(async () => {
    await insert([{ name: '乙一商行' }, { name: '乙一·商行', region: places.county }, { name: '乙二商行' }, { name: '乙二·商行' }])
    await propose()
  })

  it('needs the permission over both places, a reason, and one of the two', async () => {
    const [pair] = await pairs('乙一')
    for (const who of ['handler.county-market', 'line_supervisor.city-market', 'leader.city-coordination'])
      expect(await session.refusal(who, confirm, [pair?.id, reason, pair?.left_id]), who).toBe('PT404 subject.merge_not_found')
    expect(await session.refusal(desk, confirm, [pair?.id, ' ', pair?.left_id])).toBe('PT422 subject.reason_missing')
    expect(await session.refusal(desk, confirm, [pair?.id, reason, await idOf('乙二商行')])).toBe('PT422 subject.winner_unfit')
    expect(await session.refusal(desk, undo, [pair?.id, reason])).toBe('PT409 subject.merge_not_done')
  })
  it('lets the finder lead to the one that stands for both, by any code or name, and back', async () => {
    const [pair] = await pairs('乙一')
    const [winner, loser] = [await idOf('乙一商行'), await idOf('乙一·商行')]
    await db.query(
      `insert into public.subject_identifiers (subject_id, kind, value, source) values ($1, 'registration_no', '340103000012345', '许可系统')`,
      [loser],
    )
    const found = async (q: string) =>
      (await session.read('handler.county-market', 'select id from public.find_subjects($1)', [q])).map(({ id }) => id)
    expect(await found('3401030000123')).toEqual([loser])
    await session.act(desk, confirm, [pair?.id, reason, winner])
    expect(await found('3401030000123')).toEqual([winner])
    expect(await found('乙一·商行')).toEqual([winner])
    expect(await session.refusal(desk, confirm, [pair?.id, reason, winner])).toBe('PT409 subject.merge_decided')
    await session.act(desk, undo, [pair?.id, '查明是两家'])
    expect(await found('3401030000123')).toEqual([loser])
    const [row] = await pairs('乙一')
    expect(row).toMatchObject({ state: 'undone', reason: '查明是两家', loser_id: null })
    expect(row?.decided_words).toMatch(/测试员$/)
  })
})

it(`undone in any order leaves what the rest say, and all undone no trace; no circle, no chain, SEED=${seed}`, async () => {
  const random = randomOf(seed)
  await insert(Array.from({ length: 8 }, (_, i) => ({ name: `丙${'·'.repeat(i)}商行` })))
  await propose()
  const all = await pairs('丙')
  expect(all.length).toBe(28)
  const before = await digest()
  const open = new Map<string, string>()
  /** Who stands for whom, worked out from the pairs alone. */
  const edges = new Map<string, [string, string]>()
  const headOf = (id: string): string => {
    const up = [...edges.values()].find(([loser]) => loser === id)
    return up ? headOf(up[1]) : id
  }
  for (let step = 0; step < 60; step += 1) {
    const pair = random.pick(all)
    const id = String(pair.id)
    if (open.has(id) && random.chance(0.6)) {
      await session.act(desk, undo, [id, reason])
      open.delete(id)
      edges.delete(id)
    } else if (!open.has(id)) {
      const [left, right] = [String(pair.left_id), String(pair.right_id)]
      const [winner, loser] = random.chance(0.5) ? [left, right] : [right, left]
      const heads: [string, string] = [headOf(loser), headOf(winner)]
      if (heads[0] === heads[1]) expect(await session.refusal(desk, confirm, [id, reason, winner])).toBe('PT409 subject.merge_done')
      else {
        await session.act(desk, confirm, [id, reason, winner])
        edges.set(id, heads)
        open.set(id, winner)
      }
    }
    const rows = await session.read('postgres', `select id, coalesce(merged_into_id, id) as head from public.subjects where name like '丙%'`)
    expect(
      rows.filter((row) => row.head !== headOf(String(row.id))),
      `SEED=${seed}, step ${step}`,
    ).toEqual([])
    const chains = 'select s.id from public.subjects as s join public.subjects as t on t.id = s.merged_into_id where t.merged_into_id is not null'
    expect(await session.read('postgres', chains)).toEqual([])
  }
  for (const id of open.keys()) await session.act(desk, undo, [id, reason])
  expect(await digest(), `SEED=${seed}`).toBe(before)
})
