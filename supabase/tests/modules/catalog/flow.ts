/** 动态调整 and 认领 by the rules: written a second time, see proof/types.ts. */
import { places } from '../../people.ts'
import { callAs, orgId } from '../../proof/kit.ts'
import type { Flow, Move, Walk } from '../../proof/types.ts'
import { askBodies, itemBody, marketItem } from './fixture.ts'

const review = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: 'catalog.review', ...more })
const propose = (to: string, more: Partial<Move> = {}): Move => ({ to, permission: 'catalog.propose', ...more })
const withdraw = propose('withdrawn', { side: 'owner' })
const isTop = (at: { regionCode: number }) => at.regionCode === places.province

let walked = 0
/** Of a level at which the site has no bodies: what walks publish is asked of nobody. */
const open = async ({ call, newest }: Walk) => {
  walked += 1
  const parts = [{ action: 'add', body: itemBody({ name: `游走中新增的事项 ${walked}`, levels: ['5'] }) }]
  await call('handler.county-market', `select id from private.propose_catalog_change('add', 'law', '游走', $1, null, gen_random_uuid())`, [
    JSON.stringify(parts),
  ])
  return newest(`kind = 'catalog_change' and title like '%游走%'`)
}

const ask = async ({ db, newest }: Walk) => {
  const code = `${marketItem.slice(0, 8)}${String(90_000 + (walked += 1))}0`
  const mine = await orgId(db, places.county, 'market')
  await db.query(`select private.act_as('system:test')`)
  // A body has one task at a time: the one before is over.
  await db.query(`select private.work_system_act(i.id, 'complete', '{}', 'system:test', '系统')
    from public.work_items as i join public.catalog_claim_tasks as t on t.item_id = i.id where t.body_id = '${mine}' and i.is_open`)
  await db.query(`select private.define_version('catalog_item', $1, $2, '2025-01-01', '游走')`, [
    code,
    JSON.stringify(itemBody({ name: `游走中认领的事项 ${walked}`, levels: ['5'] })),
  ])
  await askBodies(db, code, [mine])
  return newest(`kind = 'catalog_claim' and org_id = '${mine}'`)
}

export const catalogFlows: Flow[] = [
  {
    kind: 'catalog_change',
    module: 'catalog',
    table: 'public.catalog_changes',
    start: open,
    isTimed: true,
    payload: { effective_from: new Date(Date.now() + 40 * 86_400_000).toISOString().slice(0, 10) },
    closed: ['published', 'refused', 'withdrawn'],
    moves: {
      reviewing: {
        pass: review('reviewing', { passes: 'back' }),
        publish: review('published', { approval: 'catalog.publish' }),
        return: review('mending', { passes: 'back' }),
        refuse: review('refused'),
        withdraw,
      },
      mending: { resubmit: propose('reviewing', { passes: 'back' }), withdraw },
    },
    system: {},
    press: { permission: 'catalog.supervise', states: { reviewing: 'catalog.review', mending: 'catalog.propose' } },
    handled: [],
    isSenseless: (at, owner, action) =>
      (action === 'pass' && isTop(at)) ||
      (action === 'publish' && !isTop(at)) ||
      (action === 'return' && at.regionCode === owner.regionCode && at.lineCode === owner.lineCode),
  },
  {
    kind: 'catalog_claim',
    module: 'catalog',
    table: 'public.catalog_claim_tasks',
    start: ask,
    isTimed: true,
    closed: ['done'],
    moves: {},
    system: { claiming: { complete: 'done', refer: 'deciding' }, deciding: { complete: 'done', reclaim: 'claiming' } },
    press: { permission: 'catalog.supervise', states: { claiming: 'catalog.claim', deciding: 'catalog.review' } },
    handled: [],
  },
]

/** A whole publication: up from the county, published at the top with the leader's consent. */
export async function publish(db: Walk['db'], item: string, from: string): Promise<void> {
  const act = (who: string, action: string, payload: object) =>
    callAs(db, who, `select private.work_act($1, $2, $3, (select version from public.work_items where id = $1), gen_random_uuid())`, [
      item,
      action,
      JSON.stringify(payload),
    ])
  await act('coordinator.county-coordination', 'pass', { note: '同意报送' })
  await act('coordinator.province-coordination', 'publish', { effective_from: from, note: '同意发布' })
  await callAs(
    db,
    'leader.province-coordination',
    `select private.work_decide(a.id, true, '') from public.work_approvals as a where a.item_id = $1 and a.outcome is null`,
    [item],
  )
}
