/** What the world knows of its businesses beside the register: their parts, a second source that says it a little otherwise, and doubles. */
import type pg from 'pg'
import type { Subject } from '../../world/subjects.ts'
import { uuidOf } from '../../uuid-of.ts'

interface Part {
  id: string
  parent: string
  kind: 'organisation' | 'place' | 'equipment' | 'project'
  name: string
  region: number
  address: string
}

interface Said {
  key: string
  /** The business that its code names; without one it has to be found out. */
  subject?: string
  kind: Subject['kind']
  fields: Record<string, string>
}

/** Every hundred and fiftieth has a place of business with a lift or a boiler in it; builders have a site. */
export function* partsOf(seed: string, make: (number: number) => Subject, count: number): Generator<Part> {
  for (let number = 3; number < count; number += 150) {
    const { id: parent, kind, name, regionCode: region, address, industryCode, state } = make(number)
    if (kind !== 'enterprise' || state !== 'active') continue
    const part = (what: Part['kind'], title: string, above = parent): Part => ({
      id: uuidOf(`${seed}:${what}:${number}`),
      parent: above,
      kind: what,
      name: title,
      region,
      address,
    })
    if (industryCode.startsWith('4') || industryCode.startsWith('50')) yield part('project', `${name}承建工程`)
    const place = part('place', `${name}经营场所`)
    yield place
    yield part('equipment', number % 300 === 3 ? '乘客电梯' : '承压蒸汽锅炉', place.id)
  }
}

/** The permit system: the same business with an older address, and now and then one that it does not know to be the same. */
export function* secondSource(make: (number: number) => Subject, count: number): Generator<Said> {
  for (let number = 5; number < count; number += 31) {
    const { id, kind, name, uscc, address, legalPerson, regionCode, licence, state } = make(number)
    const region = String(regionCode)
    const key = licence?.no ?? `XK${number}`
    if (number % 10 === 6 && state === 'active') {
      // The same under another form of its name, or under its sign; nobody entered the code.
      const other = number % 20 === 6 ? `${name.slice(0, 3)}“${name.slice(3)}”` : name.slice(3)
      yield {
        key,
        kind,
        fields: {
          name: name.replace('有限公司', '有限责任公司') === name ? other : name.replace('有限公司', '有限责任公司'),
          region_code: region,
          address,
          legal_person: legalPerson,
        },
      }
    } else if (licence)
      yield {
        key,
        subject: id,
        kind,
        fields: { name, uscc, region_code: region, address: address.replace(/\d+栋\d+室$/, ''), legal_person: number % 4 === 1 ? '' : legalPerson },
      }
  }
}

const records = `
  insert into public.subject_records (subject_id, source, source_key, fields)
  select s.id, case s.kind when 'institution' then 'establishment' when 'organisation' then 'civil' when 'enterprise' then 'registry' when 'individual' then 'registry' else 'field' end,
    coalesce(s.uscc, s.id::text),
    jsonb_strip_nulls(jsonb_build_object('name', s.name, 'uscc', s.uscc, 'state', s.state, 'industry_code', s.industry_code, 'region_code', s.region_code::text,
      'address', s.address, 'legal_person', nullif(s.legal_person, ''), 'registered_on', s.registered_on))
  from public.subjects as s`

const parts = `
  insert into public.subjects (id, kind, name, region_code, address, source, parent_id)
  select g.id, g.kind::public.subject_kind, g.name, g.region, g.address, '现场采集', g.parent
  from jsonb_to_recordset($1::jsonb) as g (id uuid, parent uuid, kind text, name text, region int, address text)`

/** Beside a register that says all of it, the permit system is not believed: nothing to work out for each of a thousand. */
const known = `
  insert into public.subject_records (subject_id, source, source_key, fields)
  select g.subject, 'licensing', g.key, g.fields from jsonb_to_recordset($1::jsonb) as g (key text, subject uuid, fields jsonb) where g.subject is not null`

const unknown = `
  select count(private.receive_subject_record('licensing', g.key, g.kind::public.subject_kind, g.fields))
  from jsonb_to_recordset($1::jsonb) as g (key text, subject uuid, kind text, fields jsonb) where g.subject is null`

const tags = `
  insert into public.subject_tags (subject_id, tag, set_by, set_words)
  select s.id, case when s.kind = 'institution' then 'elder_care' else 'key' end, 'system:world', '演示数据'
  from (select s.id, s.kind from public.subjects as s where s.state = 'active' and s.kind in ('enterprise', 'institution') order by s.id limit 300) as s`

export async function loadLibrary(db: pg.ClientBase, seed: string, make: (number: number) => Subject, count: number): Promise<void> {
  await db.query('begin')
  try {
    await db.query(`select private.act_as('system:world')`)
    await db.query(parts, [JSON.stringify([...partsOf(seed, make, count)])])
    await db.query(records)
    const said = JSON.stringify([...secondSource(make, count)])
    await db.query(known, [said])
    await db.query(unknown, [said])
    await db.query(tags)
    // Named columns leave out the index over every two characters, which would take longer than all the rest.
    await db.query('analyze public.subjects (legal_person, region_code, updated_at), public.subject_identifiers')
    await db.query('select private.propose_subject_merges()')
    await db.query('commit')
  } catch (error) {
    await db.query('rollback')
    throw error
  }
}
