/** 监管事项目录清单: what the proof must know of the catalogue, of requests to change it, and of claims. */
import { fact, officers, withItem, withOrg, type ModuleProof, type RelationSpec } from '../../proof/types.ts'
import { fillCatalog } from './fixture.ts'
import { catalogFlows } from './flow.ts'
import { catalogFunctions } from './functions.ts'
import { catalogScreens, fillClaims } from './workload.ts'

/** With the request that it belongs to. */
const part: RelationSpec = {
  key: 'id::text',
  facts: '(select c.item_id::text from public.catalog_changes as c where c.id = change_id) as item',
  readers: officers,
  sees: (oracle, principal, row) => oracle.seesItem(principal, row.item ?? ''),
}

export const proof: ModuleProof = {
  id: 'catalog',
  title: '监管事项',
  band: '10',
  prefixes: ['catalog'],
  rights: {
    'catalog.read': {
      handler: 'own_org',
      reviewer: 'own_org',
      lead: 'own_org',
      line_supervisor: 'line_subtree',
      coordinator: 'region_subtree',
      leader: 'region_subtree',
    },
    'catalog.propose': { handler: 'own_org', lead: 'own_org' },
    'catalog.review': { coordinator: 'region_subtree' },
    'catalog.publish': { leader: 'region_subtree' },
    'catalog.supervise': { line_supervisor: 'line_subtree', coordinator: 'region_subtree', leader: 'region_subtree' },
    'catalog.claim': { handler: 'own_org', lead: 'own_org' },
  },
  relations: {
    'public.catalog_laws': fact('code'),
    'public.catalog_law_list': fact('code'),
    'public.catalog_main_items': fact('code'),
    'public.catalog_items': fact('code'),
    'public.catalog_item_bases': fact('id::text'),
    'public.catalog_item_list': fact('code'),
    'public.catalog_changes': withItem('id::text'),
    'public.catalog_change_list': withItem('id::text'),
    'public.catalog_change_parts': part,
    'public.catalog_claim_tasks': withItem('id::text'),
    'public.catalog_claim_task_list': withItem('id::text'),
    'public.catalog_claims': withOrg('catalog.read'),
    'public.catalog_claim_list': withOrg('catalog.read'),
  },
  functions: catalogFunctions,
  privateCallers: {
    anon: ['local_day'],
    authenticated: ['answer_catalog_claims', 'catalog_impact', 'decide_catalog_claims', 'local_day', 'mend_catalog_change', 'propose_catalog_change'],
  },
  flows: catalogFlows,
  facts: {
    catalog_changes: 'select id, org_id, owner_org_id, state from public.catalog_changes order by no',
    catalog_claims: 'select id, org_id, item_code, state from public.catalog_claims order by id',
  },
  fixture: fillCatalog,
  checks: [
    [
      'private.propose_catalog_change(text,text,text,jsonb,date,uuid)',
      `perform private.assert_may_create('catalog_change', 'propose', me.org_id);`,
      '',
      'function',
      'propose_catalog_change',
    ],
    [
      'private.catalog_part_checked(jsonb,public.orgs,date)',
      'not p_org.is_coordinator and p_org.line_code <> coalesce',
      'false and p_org.line_code <> coalesce',
      'function',
      'propose_catalog_change',
    ],
    [
      'private.mend_catalog_change(uuid,text,text,jsonb,date,integer)',
      `or not private.has_permission('catalog.propose', item.org_id)`,
      '',
      'function',
      'mend_catalog_change',
    ],
    ['private.catalog_impact(text[])', `not exists (select from private.permitted_org_ids('catalog.read'))`, 'false', 'function', 'catalog_impact'],
    [
      'private.answer_catalog_claims(text[],boolean,text,text)',
      `or not private.has_permission('catalog.claim', me.org_id)`,
      '',
      'function',
      'answer_catalog_claims',
    ],
    [
      'private.decide_catalog_claims(bigint[],boolean,text)',
      `and c.org_id in (select private.permitted_org_ids('catalog.review'))`,
      '',
      'function',
      'decide_catalog_claims',
    ],
  ],
  screens: catalogScreens,
  fill: fillClaims,
}
