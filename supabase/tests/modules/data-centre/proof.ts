/** 监管数据: what the proof must know of the library of subjects and of the inspectors. */
import { places } from '../../people.ts'
import { covers } from '../../proof/rights.ts'
import {
  edgeOnly,
  fact,
  officers,
  quote,
  withOrg,
  type FunctionSpec,
  type ModuleProof,
  type Oracle,
  type Principal,
  type RelationSpec,
} from '../../proof/types.ts'
import { fillRegister, fillSubjects, subjectScreens, subjects } from './fixture.ts'

/** Registration facts: whoever may read subjects at all reads every one. */
const register = (key = 'id::text'): RelationSpec => ({
  key,
  readers: officers,
  sees: (oracle, principal) => oracle.canAtOwn(principal, 'subject.read'),
})

/** Held at some body whose region covers the place; else nothing is said of the row, or that it is not theirs. */
const overPlace = (oracle: Oracle, principal: Principal, permission: string, regionCode: number) => {
  const held = [...oracle.world.orgs].filter(([id]) => oracle.can(principal, permission, id))
  if (held.length === 0) return 'PT404'
  return held.some(([, org]) => covers(org, 'region_subtree', { regionCode, lineCode: '' })) ? 'ok' : 'PT403'
}

const tagged = "(select id from public.subjects where name = '庐阳区鼎香小吃店')"
/** One pair lies in another city, one in the neighbouring county. */
const pairs = [
  { name: '芜湖市第三小学', region: places.otherCounty },
  { name: '合肥早岁机械有限公司', region: places.sibling },
]
const pairOf = (name: string) => `(select id from public.subject_merge_list where ${quote(name)} in (left_name, right_name))`

const business = ['handler', 'reviewer', 'lead', 'line_supervisor', 'coordinator', 'leader'] as const

/** `done`: what is answered to whoever may decide. */
const deciding = (sql: (pair: string) => string, done = 'ok'): FunctionSpec => ({
  callers: officers,
  calls: () =>
    pairs.map(({ name, region }) => ({
      sql: sql(pairOf(name)),
      expect: (oracle, principal) => {
        const said = overPlace(oracle, principal, 'subject.merge', region)
        return said === 'ok' ? done : said
      },
    })),
})

export const proof: ModuleProof = {
  id: 'data-centre',
  title: '监管数据',
  band: '11',
  prefixes: ['subject', 'inspector'],
  rights: {
    'subject.read': Object.fromEntries(business.map((role) => [role, 'own_org'])),
    'subject.tag': { lead: 'own_org', coordinator: 'region_subtree' },
    'subject.merge': { coordinator: 'region_subtree' },
    'subject.inspectors': {
      handler: 'own_org',
      reviewer: 'own_org',
      lead: 'own_org',
      line_supervisor: 'line_subtree',
      coordinator: 'region_subtree',
      leader: 'region_subtree',
    },
  },
  relations: {
    'public.subject_industries': fact('code'),
    'public.subjects': register(),
    'public.subject_list': register(),
    'public.subject_licences': register(),
    'public.subject_licence_list': register(),
    'public.subject_identifiers': register("subject_id || ' ' || value"),
    'public.subject_identifier_list': register("subject_id || ' ' || value"),
    'public.subject_sources': register('code'),
    'public.subject_records': register(),
    'public.subject_record_list': register(),
    'public.subject_tags': register(),
    'public.subject_merges': register(),
    'public.subject_merge_list': register(),
    'public.inspectors': withOrg('subject.inspectors'),
    'public.inspector_list': withOrg('subject.inspectors'),
  },
  functions: {
    find_subjects: {
      callers: officers,
      calls: () => [
        {
          sql: `select count(*) from public.find_subjects('鼎香')`,
          expect: (oracle, principal) =>
            `ok:${oracle.canAtOwn(principal, 'subject.read') ? subjects.filter(({ name }) => name.includes('鼎香')).length : 0}`,
        },
      ],
    },
    set_subject_tag: {
      callers: officers,
      calls: () => [
        {
          sql: `select public.set_subject_tag(${tagged}, 'key', true)`,
          expect: (oracle, principal) => overPlace(oracle, principal, 'subject.tag', places.town),
        },
      ],
    },
    decide_subject_merge: deciding((pair) => `select public.decide_subject_merge(${pair}, '核对登记资料', null)`),
    undo_subject_merge: deciding((pair) => `select public.undo_subject_merge(${pair}, '核对登记资料')`, 'PT409'),
    suggest_subjects: edgeOnly(`select * from public.suggest_subjects('鼎香')`),
  },
  privateCallers: {
    authenticated: [
      'decide_subject_merge',
      'find_subjects',
      'is_org_code',
      'is_registration_no',
      'licence_light',
      'set_subject_tag',
      'undo_subject_merge',
    ],
    service_role: ['suggest_subjects'],
  },
  flows: [],
  fixture: fillSubjects,
  checks: [
    [
      'private.find_subjects(text)',
      `if not exists (select from private.permitted_org_ids('subject.read')) then`,
      'if false then',
      'function',
      'find_subjects',
    ],
    [
      'private.set_subject_tag(uuid,text,boolean)',
      `or not exists (select from private.permitted_org_ids('subject.tag'))`,
      '',
      'function',
      'set_subject_tag',
    ],
    [
      'private.set_subject_tag(uuid,text,boolean)',
      `if not private.reaches_subject('subject.tag', place) then`,
      'if false then',
      'function',
      'set_subject_tag',
    ],
    [
      'private.merge_for_decision(uuid,text)',
      `if exists (select from private.permitted_org_ids('subject.merge')) then`,
      'if true then',
      'function',
      'decide_subject_merge',
    ],
    [
      'private.merge_for_decision(uuid,text)',
      `and not private.reaches_subject('subject.merge', s.region_code)`,
      'and false',
      'function',
      'decide_subject_merge',
    ],
  ],
  jobs: ['select private.propose_subject_merges()'],
  screens: subjectScreens,
  fill: fillRegister,
}
