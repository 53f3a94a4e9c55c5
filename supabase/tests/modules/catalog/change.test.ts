/** 动态调整: who may ask for what, how a change is published, and what became of the versions. */
import { describe, expect, it } from 'vitest'
import { openSession, type Rows } from '../../session.ts'
import { itemBody, itemOfChange, marketItem, proposeChange } from './fixture.ts'
import { publish } from './flow.ts'

const session = await openSession()
const one = (rows: Rows) => rows[0] ?? {}
const today = one(await session.read('postgres', `select private.local_day(now())::text as day, (private.local_day(now()) + 1)::text as next`))
const day = today.day as string
const item = async (code: string) => one(await session.read('anon', `select * from public.catalog_item_list where code = $1`, [code]))
const versions = async (code: string) =>
  session.read(
    'anon',
    `select version, body, effective_from::text from public.definitions where kind = 'catalog_item' and key = $1 order by version`,
    [code],
  )
const propose = (who: string, type: string, parts: unknown[], key = crypto.randomUUID()) =>
  session.refusal(who, `select public.propose_catalog_change($1, 'law', '依据修订后的法律调整', $2, null, $3)`, [type, JSON.stringify(parts), key])
const field = async (sql: string, params: unknown[]) => {
  try {
    await session.read('handler.county-market', sql, params)
    return 'ok'
  } catch (error) {
    return (JSON.parse((error as { detail?: string }).detail ?? '{}') as { field?: string }).field
  }
}
const added = (more: Record<string, unknown> = {}) => [{ action: 'add', body: itemBody({ name: '价格标示新增事项', ...more }) }]

describe('a request', () => {
  it.each([
    ['name', { name: '' }],
    ['objects', { objects: '' }],
    ['object_kinds', { object_kinds: [] }],
    ['methods', { methods: ['no_such'] }],
    ['measures', { measures: null }],
    ['levels', { levels: [] }],
    ['levels', { levels: ['4', '4'] }],
    ['bases', { bases: [] }],
    ['bases', { bases: [{ law_code: 'nowhere' }] }],
    ['bases', { bases: [{ law_code: 'test-old-rule', article: '' }] }],
    ['flow', { flow: '' }],
    ['result', { result: '' }],
    ['scopes', { scopes: '1' }],
    ['main_code', { main_code: '11111111' }],
    ['stray', { stray: 1 }],
  ])('without one of the ten elements names it: %s', async (name, more) => {
    expect(
      await field(`select public.propose_catalog_change('add', 'law', '理由', $1, null, gen_random_uuid())`, [JSON.stringify(added(more))]),
    ).toBe(name)
  })

  it('is refused for the items of another line, for one that is there under the same name, and for a type that its parts do not make', async () => {
    expect(await propose('handler.county-environment', 'suspend', [{ action: 'suspend', item_code: marketItem }])).toBe('PT422 definition.invalid')
    expect(await propose('handler.county-market', 'add', added({ line_code: 'environment' }))).toBe('PT422 definition.invalid')
    expect(await propose('handler.county-market', 'add', added({ name: itemBody().name }))).toBe('PT422 definition.invalid')
    expect(await propose('handler.county-market', 'merge', [{ action: 'repeal', item_code: marketItem }])).toBe('PT422 definition.invalid')
    expect(await propose('handler.county-market', 'suspend', [{ action: 'repeal', item_code: marketItem }])).toBe('PT422 definition.invalid')
    expect(await propose('handler.county-market', 'resume', [{ action: 'resume', item_code: marketItem }])).toBe('PT422 definition.invalid')
    expect(await propose('reviewer.county-market', 'suspend', [{ action: 'suspend', item_code: marketItem }])).toBe('PT404 work.not_found')
    expect(await propose('coordinator.county-coordination', 'suspend', [{ action: 'suspend', item_code: marketItem }])).toBe('PT404 work.not_found')
  })

  it('sent twice under one key is one; anything else under it is refused, and a key of another is no key of one’s own', async () => {
    const key = crypto.randomUUID()
    const send = (who: string) =>
      session.act(who, `select id, no from public.propose_catalog_change('add', 'law', '理由', $1, null, $2)`, [
        JSON.stringify(added({ name: '只提一次的事项' })),
        key,
      ])
    expect(await send('handler.county-market')).toEqual(await send('handler.county-market'))
    expect(await propose('handler.county-market', 'add', added({ name: '另一事项' }), key)).toBe('PT409 work.key_used')
    expect(await propose('handler.sibling-market', 'add', added({ name: '另一事项' }), key)).toBe('ok')
  })

  it('cannot be published past its flow', async () => {
    const direct = `select public.publish_definition('catalog_item', $1, '{}', current_date, '直接发布')`
    expect(await session.refusal('coordinator.province-coordination', direct, [marketItem])).toBe('PT409 definition.by_flow')
    expect(await session.refusal('coordinator.county-coordination', direct, [marketItem])).toBe('PT404 definition.not_found')
  })
})

describe('a publication', () => {
  it('gives an added item the next code of its main item, and asks every body of the line at its levels', async () => {
    const { code: last } = one(
      await session.read('postgres', `select max(code) as code from public.catalog_items where main_code = left($1, 8)`, [marketItem]),
    )
    const change = await proposeChange(session.db, 'handler.county-market', 'add', added({ levels: ['3'] }))
    await publish(session.db, await itemOfChange(session.db, change), day)
    const { item_code: code } = one(
      await session.read('postgres', `select item_code from public.catalog_change_parts where change_id = $1`, [change]),
    )
    expect(Number(code)).toBe(Number(last) + 10)
    expect(await item(code as string)).toMatchObject({
      state: 'in_force',
      version: 1,
      levels: [3],
      source: 'province',
      bases_text: '《测试价格法》第十三条',
    })
    const asked = await session.read(
      'postgres',
      `select o.region_code from public.catalog_claims as c join public.orgs as o on o.id = c.org_id where c.item_code = $1 order by 1`,
      [code],
    )
    expect(asked.map((row) => row.region_code)).toEqual(
      (
        await session.read(
          'postgres',
          `select code from public.regions where tier = 3 and code in (select region_code from public.orgs where line_code = 'market') order by 1`,
        )
      ).map((row) => row.code),
    )
  })

  it('keeps the item as it was before the day, and shows the new one from it', async () => {
    const change = await proposeChange(session.db, 'handler.county-market', 'amend', [
      { action: 'amend', item_code: marketItem, body: itemBody({ result: '结果向社会公示。', levels: ['4'] }) },
    ])
    await publish(session.db, await itemOfChange(session.db, change), today.next as string)
    expect(await item(marketItem)).toMatchObject({ version: 1, result: '形成检查结果并公示。' })
    expect((await versions(marketItem)).map((row) => row.effective_from)).toEqual(['2025-01-01', today.next])
  })

  it('is not offered over a version that came after it was asked', async () => {
    const old = await proposeChange(session.db, 'handler.sibling-market', 'suspend', [{ action: 'suspend', item_code: '90010001000020' }])
    await session.act(
      'postgres',
      `select private.define_version('catalog_item', '90010001000020', (private.definition_at('catalog_item', '90010001000020', current_date)).body || '{"result":"另一结果。","bases":[{"law_code":"test-price-law","article":""}]}', current_date, '其间发布')`,
    )
    const { item_id: id } = one(await session.read('postgres', `select item_id from public.catalog_changes where id = $1`, [old]))
    await session.act(
      'coordinator.city-coordination',
      `select public.work_act($1, 'pass', '{"note":"同意"}', (select version from public.work_items where id = $1), gen_random_uuid())`,
      [id],
    )
    const offered = await session.read('coordinator.province-coordination', `select action, blocked from public.work_actions($1)`, [id])
    expect(offered.find((row) => row.action === 'publish')?.blocked).toContain('已有新版本')
  })

  it('of a division ends what was divided, names what replaced it, and ends its claims', async () => {
    const change = await proposeChange(session.db, 'handler.county-environment', 'split', [
      { action: 'repeal', item_code: '90090001000010' },
      ...['排污许可证后监管', '自行监测的监管'].map((name) => ({
        action: 'add',
        body: itemBody({ main_code: '90090001', name, line_code: 'environment', levels: ['4'], bases: [{ law_code: 'test-environment-law' }] }),
      })),
    ])
    await publish(session.db, await itemOfChange(session.db, change), day)
    expect(await item('90090001000010')).toMatchObject({ state: 'repealed', successor_codes: ['90090001000020', '90090001000030'] })
    expect(
      await session.read('postgres', `select distinct state::text as state from public.catalog_claims where item_code = '90090001000010'`),
    ).toEqual([{ state: 'ended' }])
    expect(await propose('handler.county-environment', 'suspend', [{ action: 'suspend', item_code: '90090001000010' }])).toBe(
      'PT422 definition.invalid',
    )
  })

  it('with a new main item gives it the next number of its line', async () => {
    const change = await proposeChange(session.db, 'handler.county-market', 'add', [
      { action: 'add', main_name: '直播营销监管', body: itemBody({ main_code: null, name: '直播带货价格的监管', levels: ['5'] }) },
    ])
    await publish(session.db, await itemOfChange(session.db, change), day)
    expect(await session.read('anon', `select code from public.catalog_main_items where name = '直播营销监管'`)).toEqual([{ code: '90010002' }])
    expect(await item('90010002000010')).toMatchObject({ main_name: '直播营销监管', name: '直播带货价格的监管' })
  })
})

describe('a law', () => {
  const end = (who: string) =>
    session.refusal(
      who,
      `select public.publish_definition('catalog_law', 'test-environment-law', '{"title":"测试环境保护法","kind":"law","in_force_on":"2015-01-01","repealed_on":"2026-08-15"}', private.local_day(now()), '生态环境法典施行')`,
    )
  it('is kept by the coordinator at the top alone', async () => {
    expect(await end('coordinator.county-coordination')).toBe('PT404 definition.not_found')
    expect(await end('handler.county-market')).toBe('PT404 definition.not_found')
    expect(await end('system_admin.province-coordination')).toBe('PT404 definition.not_found')
    expect(await end('coordinator.province-coordination')).toBe('ok')
  })
  it('that is repealed lists the items that rest on it', async () => {
    expect(await session.read('anon', `select code from public.catalog_item_list where is_lapsing order by code`)).not.toContainEqual({
      code: marketItem,
    })
    await session.act(
      'postgres',
      `select private.define_version('catalog_law', 'test-price-law', '{"title":"测试价格法","kind":"law","repealed_on":"2026-01-01"}', private.local_day(now()), '试验')`,
    )
    expect(await session.read('anon', `select code from public.catalog_item_list where is_lapsing order by code`)).toContainEqual({
      code: marketItem,
    })
  })
})

it('what a request touches is counted for whoever may read requests', async () => {
  const [row] = await session.read('handler.county-market', `select * from public.catalog_impact('{${marketItem}}')`)
  expect(row).toMatchObject({ label: '已认领、须重新认领的单位', path: '/work/catalog/claims' })
  expect(await session.read('system_admin.province-coordination', `select * from public.catalog_impact('{${marketItem}}')`)).toEqual([])
})
