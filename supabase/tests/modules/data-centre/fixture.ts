/** A handful of subjects and inspectors at several places; what a mutant of a code looks like. */
import type pg from 'pg'
import { places } from '../../people.ts'
import type { ModuleProof } from '../../proof/types.ts'
import { loadSubjects, subjectsOfSite } from '../../../seed/modules/data-centre/world.ts'
import { siteProfile } from '../../../seed/sites.ts'

export const subjects = [
  { name: '庐阳区鼎香小吃店', kind: 'individual', uscc: '92340103MA2NHU4H36', state: 'active', address: '长江中路 12 号', region: places.town },
  {
    name: '合肥鼎香餐饮管理有限公司',
    kind: 'enterprise',
    uscc: '91350100M000100Y43',
    state: 'active',
    address: '阜阳路 88 号',
    region: places.county,
  },
  // A real early code may carry another check character than the rule's.
  { name: '合肥早岁机械有限公司', kind: 'enterprise', uscc: '91310000607352621B', state: 'closed', address: '合作化路 3 号', region: places.sibling },
  { name: '芜湖市第三小学', kind: 'institution', uscc: null, state: 'active', address: '镜湖路 5 号', region: places.otherCounty },
  // The same two, as another source writes them.
  { name: '芜湖市·第三小学', kind: 'institution', uscc: null, state: 'active', address: '镜湖路 5-1 号', region: places.otherCounty },
  { name: '合肥早岁机械有限责任公司', kind: 'enterprise', uscc: null, state: 'closed', address: '合作化路 4 号', region: places.sibling },
] as const

export async function fillSubjects(db: pg.ClientBase): Promise<void> {
  await db.query('begin')
  await db.query(`select private.act_as('system:fixture')`)
  await db.query(
    `insert into public.subjects (name, kind, uscc, state, address, region_code, industry_code, registered_on, source)
     select s.name, s.kind, s.uscc, s.state, s.address, s.region, '6210', '2019-05-06', '测试登记'
     from jsonb_to_recordset($1::jsonb) as s (name text, kind public.subject_kind, uscc text, state public.subject_state, address text, region int)`,
    [JSON.stringify(subjects)],
  )
  await db.query(
    `insert into public.subject_licences (subject_id, name, licence_no, issuer, issued_on, valid_to)
     select s.id, '食品经营许可证', 'JY13401030000001', '市场监督管理局', '2024-01-01', '2028-12-31' from public.subjects as s where s.name like '%鼎香%'`,
  )
  await db.query(
    `insert into public.subject_records (subject_id, source, source_key, fields)
     select s.id, 'registry', s.name, jsonb_build_object('name', s.name, 'address', s.address) from public.subjects as s`,
  )
  await db.query(
    `insert into public.subject_tags (subject_id, tag, set_by, set_words) select s.id, 'platform', 'system:fixture', '测试' from public.subjects as s where s.name like '%鼎香%'`,
  )
  await db.query('select private.propose_subject_merges()')
  await db.query(
    `insert into public.inspectors (name, certificate_no, issued_on, valid_to, scope, org_id, region_code)
     select '执法员', '34-' || row_number() over (order by o.id), '2023-01-01', '2027-12-31', '市场监管', o.id, o.region_code
     from public.orgs as o where o.line_code = 'market' and o.region_code = any ($1)`,
    [[places.county, places.sibling, places.city, places.otherCity]],
  )
  await db.query('commit')
}

/** Enough for the planner to care. */
export const fillRegister = (adminUrl: string) => loadSubjects(adminUrl, subjectsOfSite('world:workload', siteProfile('anhui')), 20_000)

export const subjectScreens: ModuleProof['screens'] = {
  'handler.county-market': (v) => [
    `select id from public.find_subjects('鼎香')`,
    `select id from public.find_subjects('9234')`,
    `select id from public.inspector_list where org_id = '${v.own}' order by id`,
    ...['subject_licence_list', 'subject_identifier_list', 'subject_record_list', 'subject_tags'].map(
      (name) => `select * from public.${name} where subject_id = any (array(select id from public.subjects limit 2)) order by subject_id`,
    ),
    ...['parent_id', 'merged_into_id'].map(
      (column) => `select id from public.subject_list where ${column} = (select id from public.subjects limit 1) order by name`,
    ),
  ],
  'leader.province-coordination': () => [
    `select id from public.subject_list where region_code between ${places.county} and ${places.county + 999} and merged_into_id is null`,
    `select id from public.subject_list where industry_code in ('6210', '6220') and merged_into_id is null order by name limit 20`,
    `select id from public.subject_list where licence_light = 'yellow' and tags @> '{key}' order by id limit 20`,
  ],
  'coordinator.county-coordination': () => [
    `select * from public.subject_merge_list where state = 'proposed' and region_code between ${places.county} and ${places.county + 999} order by found_at desc limit 20`,
  ],
}
