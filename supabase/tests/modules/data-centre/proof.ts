/** 监管数据: what the proof must know of the library of subjects and of the inspectors. */
import { edgeOnly, fact, officers, withOrg, type ModuleProof, type RelationSpec } from '../../proof/types.ts'
import { fillRegister, fillSubjects, subjectScreens, subjects } from './fixture.ts'

/** Registration facts: whoever may read subjects at all reads every one. */
const register = (key = 'id::text'): RelationSpec => ({
  key,
  readers: officers,
  sees: (oracle, principal) => oracle.canAtOwn(principal, 'subject.read'),
})

const business = ['handler', 'reviewer', 'lead', 'line_supervisor', 'coordinator', 'leader'] as const

export const proof: ModuleProof = {
  id: 'data-centre',
  title: '监管数据',
  band: '11',
  prefixes: ['subject', 'inspector'],
  rights: {
    'subject.read': Object.fromEntries(business.map((role) => [role, 'own_org'])),
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
    suggest_subjects: edgeOnly(`select * from public.suggest_subjects('鼎香')`),
  },
  privateCallers: { authenticated: ['find_subjects'], service_role: ['suggest_subjects'] },
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
  ],
  screens: subjectScreens,
  fill: fillRegister,
}
