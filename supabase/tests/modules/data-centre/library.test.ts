/** What the sources say, which of it is believed, tags, and things that stand in other things. */
import { describe, expect, it } from 'vitest'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const { db } = session
const receive = async (source: string, key: string, fields: object) => {
  const [row] = await session.act('postgres', `select private.receive_subject_record($1, $2, 'enterprise', $3) as id`, [
    source,
    key,
    JSON.stringify(fields),
  ])
  return String(row?.id)
}
const one = async (id: string) =>
  (
    await session.read(
      'postgres',
      'select name, uscc, address, state, industry_code, registered_on::text, source from public.subjects where id = $1',
      [id],
    )
  )[0]
const base = {
  name: '丁一商贸有限公司',
  uscc: '统一社会信用代码：９１４４０３００７０８４６１１３６Ｔ（1/1）',
  region_code: String(places.town),
  address: '长江路 1 号',
}

describe('what is believed', () => {
  it('is field by field what the most trusted source says, whichever came first', async () => {
    const id = await receive('licensing', 'L1', { ...base, address: '旧址', registered_on: '2020-02-03' })
    expect(await one(id)).toMatchObject({ uscc: '91440300708461136T', address: '旧址', source: '许可系统', registered_on: '2020-02-03' })
    expect(await receive('registry', 'R1', { ...base, uscc: '91440300708461136T' })).toBe(id)
    expect(await one(id)).toMatchObject({ address: '长江路 1 号', source: '市场主体登记', registered_on: '2020-02-03' })
    expect(await receive('licensing', 'L1', { ...base, name: '丁一商贸', address: '新址' })).toBe(id)
    expect(await one(id)).toMatchObject({ name: '丁一商贸有限公司', address: '长江路 1 号' })
    expect(await session.read('postgres', 'select source_key from public.subject_records where subject_id = $1', [id])).toHaveLength(2)
    // Withdrawn: what the other says is believed from the next word on.
    await session.act('postgres', `update public.subject_records set is_current = false where source = 'registry' and source_key = 'R1'`)
    await receive('licensing', 'L1', { ...base, name: '丁一商贸', address: '新址' })
    expect(await one(id)).toMatchObject({ name: '丁一商贸', address: '新址', source: '许可系统' })
  })
  it('keeps what was believed where a source gives what cannot be', async () => {
    const id = await receive('registry', 'R2', { ...base, uscc: null, name: '丁二商贸', state: 'active', registered_on: '2021-05-06' })
    await receive('registry', 'R2', { name: '丁二商贸', state: '正常', industry_code: 'ZZ', registered_on: '2021-02-30', region_code: '1' })
    expect(await one(id)).toMatchObject({ state: 'active', industry_code: null, registered_on: '2021-05-06' })
  })
  it('needs a name and a region for a subject that nobody knew', async () => {
    const refused = await session.refusal('postgres', `select private.receive_subject_record('registry', 'R3', 'enterprise', '{"name": "丁三"}')`)
    expect(refused).toBe('PT422 subject.record_unfit')
  })
})

it('marks a code that fails its check, and keeps it', async () => {
  const id = await receive('registry', 'R4', { ...base, name: '丁四', uscc: '91440300708461136A' })
  await receive('registry', 'R4', { ...base, name: '丁四', uscc: '110108000000016' })
  const rows = await session.read(
    'handler.county-market',
    'select kind, value, is_doubtful from public.subject_identifier_list where subject_id = $1 order by value',
    [id],
  )
  expect(rows).toEqual([
    { kind: 'registration_no', value: '110108000000016', is_doubtful: false },
    { kind: 'uscc', value: '91440300708461136A', is_doubtful: true },
  ])
  for (const q of ['91440300708461136A', '1101080000']) {
    const found = await session.read('handler.county-market', 'select id from public.find_subjects($1)', [q])
    expect(found.map((row) => row.id)).toContain(id)
  }
})

it('puts a tag of the dictionary on what lies in the place, and takes it off', async () => {
  const [shop] = await session.read('postgres', `select id from public.subjects where name = '庐阳区鼎香小吃店'`)
  const set = 'select public.set_subject_tag($1, $2, $3)'
  expect(await session.refusal('handler.county-market', set, [shop?.id, 'key', true])).toBe('PT404 subject.not_found')
  expect(await session.refusal('lead.sibling-market', set, [shop?.id, 'key', true])).toBe('PT403 subject.out_of_reach')
  expect(await session.refusal('lead.county-market', set, [shop?.id, 'nonsense', true])).toBe('PT422 code.unknown')
  await session.act('lead.county-market', set, [shop?.id, 'key', true])
  await session.act('lead.county-market', set, [shop?.id, 'key', true])
  const tags = () => session.read('handler.county-market', 'select tags from public.subject_list where id = $1', [shop?.id])
  expect(await tags()).toEqual([{ tags: ['key', 'platform'] }])
  await session.act('coordinator.city-coordination', set, [shop?.id, 'key', false])
  expect(await tags()).toEqual([{ tags: ['platform'] }])
})

it('lets nothing stand in itself, near or far', async () => {
  const ids = await session.read('postgres', 'select id from public.subjects order by id limit 3')
  const [a, b, c] = ids.map((row) => String(row.id))
  const into = 'update public.subjects set parent_id = $2 where id = $1'
  await session.act('postgres', into, [b, a])
  await session.act('postgres', into, [c, b])
  expect(await session.refusal('postgres', into, [a, c])).toBe('PT422 subject.own_parent')
  expect(await session.refusal('postgres', into, [a, a])).toContain('PT422 subject.own_parent')
  await db.query(`set app.actor = 'system:test'; update public.subjects set parent_id = null where parent_id is not null`)
})

it('shows a licence in its light, and the worst of them on the list', async () => {
  const day = `private.local_day(now())`
  const rows = await session.read(
    'postgres',
    `select private.licence_light(${day} - 1) as a, private.licence_light(${day}) as b, private.licence_light(${day} + 59) as c, private.licence_light(${day} + 60) as d, private.licence_light(null) as e`,
  )
  expect(rows).toEqual([{ a: 'red', b: 'yellow', c: 'yellow', d: 'green', e: 'green' }])
  const [shop] = await session.read('postgres', `select id from public.subjects where name = '庐阳区鼎香小吃店'`)
  await session.act(
    'postgres',
    `insert into public.subject_licences (subject_id, name, licence_no, issuer, issued_on, valid_to) values ($1, '旧证', 'X', '局', '2019-01-01', '2020-01-01')`,
    [shop?.id],
  )
  const [row] = await session.read('handler.county-market', 'select licence_light from public.subject_list where id = $1', [shop?.id])
  expect(row).toEqual({ licence_light: 'red' })
})
