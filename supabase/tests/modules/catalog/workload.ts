/** The questions of the catalogue's screens, and claims enough for the planner to care. */
import pg from 'pg'
import type { ModuleProof } from '../../proof/types.ts'
import { environmentItem, marketItem } from './fixture.ts'

const listed = (view: string, v: { own: string; officer: string }) => [
  `select id from public.${view} where org_id = '${v.own}' order by is_open desc nulls last, created_at desc nulls last, id limit 20`,
  `select id from public.${view} where region_code between 340100000 and 340199999 order by created_at desc nulls last limit 20`,
  `select id from public.${view} where line_code = 'market' order by created_at desc nulls last limit 20`,
  `select id from public.${view} where handler_id = '${v.officer}' order by created_at desc nulls last limit 20`,
]

export const catalogScreens: ModuleProof['screens'] = {
  'handler.county-market': (v) => [
    ...listed('catalog_change_list', v),
    ...listed('catalog_claim_task_list', v),
    `select id from public.catalog_change_list where owner_org_id = '${v.own}' order by created_at desc limit 20`,
    `select id from public.catalog_claim_task_list where body_id = '${v.own}' limit 20`,
    `select id from public.catalog_claim_list where org_id = '${v.own}' and state = 'pending' order by item_code limit 20`,
    `select id from public.catalog_claim_list where task_id = (select id from public.catalog_claim_tasks limit 1)`,
    `select code from public.catalog_item_list where line_code = 'market' order by code limit 20`,
    `select code from public.catalog_item_list where main_code = '${marketItem.slice(0, 8)}' order by code`,
    `select id from public.catalog_item_bases where item_code = '${marketItem}' order by n`,
    `select code from public.catalog_law_list order by title limit 20`,
    `select c.id from public.catalog_change_parts as p join public.catalog_changes as c on c.id = p.change_id where p.item_code = '${marketItem}'`,
  ],
}

export async function fillClaims(adminUrl: string): Promise<void> {
  const db = new pg.Client({ connectionString: adminUrl })
  await db.connect()
  try {
    await db.query('begin')
    await db.query(`select private.act_as('system:workload')`)
    await db.query(
      `insert into public.catalog_claims (item_code, org_id, asked_version, state, claimed_version)
       select i.code, o.id, 1, 'claimed', 1 from public.orgs as o cross join unnest($1::text[]) as i (code) where not o.is_coordinator on conflict do nothing`,
      [[marketItem, environmentItem]],
    )
    await db.query('commit')
  } finally {
    await db.end()
  }
}
