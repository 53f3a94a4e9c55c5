import { describe, expect, it } from 'vitest'
import { personOf } from './people.ts'
import { savedViews } from './modules/core/saved-views.ts'
import { openSession } from './session.ts'

const session = await openSession()
const me = 'handler.county-environment'
const colleague = 'reviewer.county-environment'
const save = `select public.save_view($1, $2, $3, $4) as id`
const views = (who: string, list: string) =>
  session.read(who, `select name, query, is_default from public.officer_views where list = $1 order by name`, [list])

describe('saved views', () => {
  it('are refused to whoever is no active officer', async () => {
    expect(await session.refusal('anon', save, ['cases', '甲', '', false])).toMatch(/^42501/)
    for (const who of ['disabled.county-market', 'stranger:00000000-0000-4000-8000-00000000dead'])
      expect(await session.refusal(who, save, ['cases', '甲', '', false]), who).toBe('PT404 officer.not_found')
    expect(await session.refusal('disabled.county-market', `select public.delete_view($1)`, [savedViews[2]?.id])).toBe('PT404 officer.view_not_found')
  })

  it.each([
    ['view_name', ['cases', '  ', '', false]],
    ['view_name', ['cases', '一二三四五六七八九十一二三四五六七八九十一', '', false]],
    ['view_query', ['cases', '甲', 'x'.repeat(2001), false]],
    ['view_query', ['cases', '甲', null, false]],
    ['view_list', ['Cases; drop', '甲', '', false]],
  ])('are refused with %s: %j', async (key, params) => {
    expect(await session.refusal(me, save, params)).toBe(`PT422 officer.${key}`)
  })

  it('take no direct write', async () => {
    expect(
      await session.refusal(me, `insert into public.officer_views (officer_id, list, name, query) values ($1, 'cases', '甲', '')`, [personOf(me).id]),
    ).toMatch(/^42501/)
    expect(await session.refusal(me, `delete from public.officer_views`)).toMatch(/^42501/)
  })

  it('are seen, overwritten and deleted by their owner alone', async () => {
    const [made] = await session.act(me, save, ['own', '我的', 'late=true', false])
    await session.act(colleague, save, ['own', '我的', 'open=true', false])
    expect(await views(me, 'own')).toEqual([{ name: '我的', query: 'late=true', is_default: false }])
    const [again] = await session.act(me, save, ['own', ' 我的 ', 'late=true&line=market', false])
    expect(again).toEqual(made)
    expect(await views(me, 'own')).toEqual([{ name: '我的', query: 'late=true&line=market', is_default: false }])
    expect(await session.refusal(colleague, `select public.delete_view($1)`, [made?.id])).toBe('PT404 officer.view_not_found')
    await session.act(me, `select public.delete_view($1)`, [made?.id])
    expect(await views(me, 'own')).toEqual([])
    expect(await views(colleague, 'own')).toHaveLength(1)
  })

  it('take another name in one step, and stay what they are', async () => {
    const rename = `select public.rename_view($1, $2)`
    const all = () => session.read(me, `select id, name, query, is_default from public.officer_views where list = 'names' order by created_at, name`)
    const [made] = await session.act(me, save, ['names', '甲', 'late=true', true])
    await session.act(me, save, ['names', '乙', '', false])
    await session.act(me, rename, [made?.id, ' 甲的 '])
    expect(await session.read(me, `select name, query, is_default from public.officer_views where id = $1`, [made?.id])).toEqual([
      { name: '甲的', query: 'late=true', is_default: true },
    ])
    const before = await all()
    expect(before).toHaveLength(2)
    expect(await session.refusal(me, rename, [made?.id, '乙'])).toBe('PT409 officer.view_taken')
    for (const name of ['  ', null, '一二三四五六七八九十一二三四五六七八九十一'])
      expect(await session.refusal(me, rename, [made?.id, name])).toBe('PT422 officer.view_name')
    expect(await session.refusal(colleague, rename, [made?.id, '丙'])).toBe('PT404 officer.view_not_found')
    expect(await session.refusal('disabled.county-market', rename, [savedViews[2]?.id, '丙'])).toBe('PT404 officer.view_not_found')
    expect(await session.refusal('anon', rename, [made?.id, '丙'])).toMatch(/^42501/)
    expect(await all()).toEqual(before)
    // Its own name is no other's.
    expect(await session.refusal(me, rename, [made?.id, '甲的'])).toBe('ok')
  })

  it('can be renamed when there are thirty of them', async () => {
    for (let i = 1; i <= 30; i += 1) await session.act(me, save, ['many', `第${i}个`, '', false])
    const [one] = await session.read(me, `select id from public.officer_views where list = 'many' and name = '第7个'`)
    expect(await session.refusal(me, `select public.rename_view($1, '另一个')`, [one?.id])).toBe('ok')
  })

  it('have one default a list: a new one takes its place', async () => {
    for (const [list, name] of [
      ['one', '甲'],
      ['one', '乙'],
      ['two', '丙'],
    ])
      await session.act(me, save, [list, name, '', true])
    expect((await views(me, 'one')).map((view) => [view.name, view.is_default])).toEqual([
      ['乙', true],
      ['甲', false],
    ])
    expect((await views(me, 'two')).map((view) => view.is_default)).toEqual([true])
  })

  it('are thirty a list: the next is refused, one of the thirty can be overwritten', async () => {
    for (let i = 1; i <= 30; i += 1) await session.act(me, save, ['full', `第${i}个`, '', false])
    expect(await session.refusal(me, save, ['full', '再来', '', false])).toBe('PT422 officer.view_limit')
    expect(await session.refusal(me, save, ['full', '第7个', 'late=true', false])).toBe('ok')
    expect(await session.refusal(me, save, ['other', '再来', '', false])).toBe('ok')
  })
})

describe('counts of the states', () => {
  const counts = `select coalesce(sum(n), 0)::int as n from public.work_state_counts(p_kinds => $1, p_org => $2, p_from => $3, p_to => $4, p_line => $5)`
  const seen = (who: string, where: string) => session.read(who, `select count(*)::int as n from public.work_items where is_open and ${where}`)

  it('are nothing to a stranger, and refused to anon', async () => {
    expect(await session.refusal('anon', `select * from public.work_state_counts()`)).toMatch(/^42501/)
    expect(await session.read('stranger:00000000-0000-4000-8000-00000000dead', `select * from public.work_state_counts()`)).toEqual([])
  })

  it('count what the caller may read, by kind, body, range and line', async () => {
    const who = 'coordinator.city-coordination'
    const [org] = await session.read(
      'postgres',
      `select org_id as id from public.work_items where is_open and kind = 'complaint' and region_code between 340103000 and 340103999`,
    )
    for (const [params, where] of [
      [[null, null, null, null, null], 'true'],
      [[['tip'], null, null, null, null], `kind = 'tip'`],
      [[['complaint', 'tip'], null, 340103000, 340103999, null], `kind in ('complaint', 'tip') and region_code between 340103000 and 340103999`],
      [[null, org?.id, null, null, null], `org_id = '${String(org?.id)}'`],
      [[null, null, null, null, 'market'], `line_code = 'market'`],
      [[null, null, null, null, 'none'], `line_code is null`],
    ] as const) {
      const found = await seen(who, where)
      expect(await session.read(who, counts, [...params]), where).toEqual(found)
    }
    expect(Number((await seen(who, 'true'))[0]?.n)).toBeGreaterThan(0)
  })
})
