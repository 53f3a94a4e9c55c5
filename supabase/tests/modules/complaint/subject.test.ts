/** A case and the registered business that it is about: who says so, and what the history of a business shows to whom. */
import { beforeAll, expect, it } from 'vitest'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'
import { fileCase } from './filing.ts'

const session = await openSession()
const { db } = session
const handler = 'handler.county-market'
const cases: Record<string, string> = {}
const subject = async (name: string) => String((await session.read('postgres', 'select id from public.subjects where name = $1', [name]))[0]?.id)
const link = 'select public.complaint_link_subject($1, $2)'
const history = async (who: string, of: string) =>
  (await session.read(who, 'select id from public.complaint_history($1)', [cases[of]]))
    .map((row) => Object.keys(cases).find((name) => cases[name] === row.id) ?? '?')
    .sort()

beforeAll(async () => {
  const file = async (name: string, name2: string, region: number = places.county) => {
    const [one] = await fileCase(db, { name: `subject ${name}`, types: ['complaint'], matter: 'food', region, dispatchTo: 'market', subject: name2 })
    cases[name] = one?.case_id ?? ''
  }
  await file('a', '独一小吃店')
  await file('b', '独一小吃店')
  await file('c', '独一餐饮有限公司')
  await file('elsewhere', '独一小吃店', places.otherCounty)
})

it('is linked by the body that has it, to a business that exists, and not by others', async () => {
  const shop = await subject('庐阳区鼎香小吃店')
  for (const who of ['handler.othercity-market', 'reviewer.county-market', 'leader.province-coordination', 'coordinator.city-coordination'])
    expect(await session.refusal(who, link, [cases.a, shop]), who).toBe('PT404 complaint.not_found')
  expect(await session.refusal(handler, link, [cases.a, '00000000-0000-4000-8000-000000000000'])).toBe('PT404 subject.not_found')
  await session.act(handler, link, [cases.a, shop])
  const [row] = await session.read(handler, 'select subject_id from public.complaint_case_list where id = $1', [cases.a])
  expect(row?.subject_id).toBe(shop)
  const [log] = await session.read(
    'postgres',
    `select new_row ->> 'subject_id' as id from private.audit_log where row_key = $1 and op = 'update' and new_row ? 'subject_id' order by id desc limit 1`,
    [cases.a],
  )
  expect(log?.id).toBe(shop)
})

it('shows the cases of the same name or the same business, and to each reader only their own', async () => {
  expect(await history(handler, 'b')).toEqual(['a'])
  expect(await history('leader.province-coordination', 'b')).toEqual(['a', 'elsewhere'])
  expect(await history('handler.othercity-market', 'b')).toEqual([])
  await session.act(handler, link, [cases.c, await subject('庐阳区鼎香小吃店')])
  // Another name, the same business.
  expect(await history(handler, 'a')).toContain('c')
  // The same name, but found to be another business.
  await session.act(handler, link, [cases.b, await subject('合肥鼎香餐饮管理有限公司')])
  expect(await history(handler, 'a')).not.toContain('b')
  await session.act(handler, link, [cases.b, null])
  expect(await history(handler, 'a')).toContain('b')
})

it('suggests to the public what a sign on the door says, near ones first, and no closed business', async () => {
  const ask = (q: string, region: number | null = null) => session.read('service', 'select * from public.suggest_subjects($1, $2)', [q, region])
  expect((await ask('鼎香', places.town))[0]).toEqual({ name: '庐阳区鼎香小吃店', region_name: expect.any(String), code_masked: '92****4H36' })
  expect(await ask('鼎')).toEqual([])
  expect(await ask('早岁')).toEqual([])
  // Neither a code nor an address is a way to walk through the register.
  expect(await ask('91350100M000100Y43')).toEqual([])
  expect(await ask('阜阳路')).toEqual([])
})

it('finds by name, code and address for officers, and for nobody else', async () => {
  const find = async (who: string, q: string) => (await session.read(who, 'select name from public.find_subjects($1)', [q])).map((row) => row.name)
  expect(await find(handler, '鼎香')).toHaveLength(2)
  expect(await find(handler, '９1350100m0001')).toEqual(['合肥鼎香餐饮管理有限公司'])
  expect(await find(handler, '阜阳路 88')).toEqual(['合肥鼎香餐饮管理有限公司'])
  expect(await find('system_admin.province-coordination', '鼎香')).toEqual([])
  const [doubtful] = await session.read(handler, `select is_uscc_doubtful from public.find_subjects('早岁')`)
  expect(doubtful?.is_uscc_doubtful).toBe(true)
})

it('shows of a merged business the cases of all that it was, and of one alone when that is undone', async () => {
  await db.query(`set app.actor = 'system:test'`)
  await db.query(
    `insert into public.subjects (kind, name, region_code) values ('enterprise', '独一·餐饮连锁', $1), ('enterprise', '独一餐饮连锁', $1)`,
    [places.county],
  )
  await db.query('select private.propose_subject_merges()')
  const [pair] = await session.read('postgres', `select id, left_id, right_id from public.subject_merge_list where left_name like '独一%'`)
  await session.act(handler, link, [cases.a, pair?.left_id])
  await session.act(handler, link, [cases.c, pair?.right_id])
  expect(await history(handler, 'a')).not.toContain('c')
  await session.act('coordinator.county-coordination', `select public.decide_subject_merge($1, '同一家', $2)`, [pair?.id, pair?.right_id])
  expect(await history(handler, 'a')).toContain('c')
  expect(await history(handler, 'c')).toContain('a')
  await session.act('coordinator.county-coordination', `select public.undo_subject_merge($1, '查明是两家')`, [pair?.id])
  expect(await history(handler, 'a')).not.toContain('c')
})
