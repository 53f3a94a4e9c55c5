import type { ModuleFile, ModuleNames } from './names.ts'

/** The story of the flow, in the database: refusals first. */
export const flowTestFiles = (names: ModuleNames): ModuleFile[] => [
  [`supabase/tests/modules/${names.folder}/flow.test.ts`, head(names) + (names.hasParts ? partStory(names) : plainStory(names)) + figures(names)],
]

const head = ({ prefix, title, hasParts }: ModuleNames) => `/** ${title}: who reads, who acts; refusals first. */
import { beforeAll, describe, expect, it } from 'vitest'
${hasParts ? `import { orgId } from '../../proof/kit.ts'\n` : ''}import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const handler = 'handler.county-market'
const reviewer = 'reviewer.county-market'
const openSql = \`select public.${prefix}_open($1, $2) as id\`
const actSql = 'select * from public.work_act($1, $2, $3, (select version from public.work_items where id = $1), gen_random_uuid())'
const bodies = 'select distinct org_id from public.${prefix}_records'

async function open(who: string, title: string): Promise<string> {
  const [made] = await session.act(who, openSql, [title, '内容'])
  const [row] = await session.read(who, 'select item_id from public.${prefix}_records where id = $1', [made?.id])
  return row?.item_id as string
}
const act = (who: string, item: string, action: string, payload: object = {}) => session.act(who, actSql, [item, action, JSON.stringify(payload)])
const refusal = (who: string, item: string, action: string, payload: object = {}) =>
  session.refusal(who, \`select * from public.work_act($1, $2, $3, $4, gen_random_uuid())\`, [item, action, JSON.stringify(payload), 1])
const decideSql = 'select * from public.work_decide((select id from public.work_approvals where item_id = $1 and outcome is null), true)'
const rowOf = async (item: string) =>
  (await session.read(handler, 'select state, is_open, state_label from public.${prefix}_record_list where item_id = $1', [item]))[0]

let item = ''
beforeAll(async () => {
  await open('handler.sibling-market', '别处')
  item = await open(handler, '样例')
})

describe('refusals', () => {
  it('nobody reads without an office', async () => {
    expect(await session.refusal('anon', 'select id from public.${prefix}_record_list')).toContain('42501')
    expect(await session.read('stranger:00000000-0000-4000-8000-000000000009', bodies)).toEqual([])
  })
  it('nobody writes past the RPCs, and a reviewer opens nothing', async () => {
    expect(await session.refusal(handler, \`update public.${prefix}_records set title = 'x'\`)).toContain('42501')
    expect(await session.refusal(reviewer, openSql, ['样例', '内容'])).toBe('PT404 work.not_found')
  })
  it.each([
    ['title', '  ', '内容'],
    ['title', '长'.repeat(101), '内容'],
    ['content', '样例', null],
    ['content', '样例', '长'.repeat(2001)],
  ])('what lacks its %s is not opened', async (field, title, content) => {
    expect(await session.refusal(handler, openSql, [title, content])).toBe(\`PT422 ${prefix}.\${field}\`)
  })
`

const plainStory = ({ prefix }: ModuleNames) => `  it('another body finds no such item, a reader may not act', async () => {
    expect(await refusal('handler.sibling-market', item, 'begin')).toContain('PT404')
    expect(await refusal(reviewer, item, 'begin')).toContain('PT409')
  })
})

it('a handler reads the own body only, a coordinator the bodies of the region', async () => {
  expect(await session.read(handler, bodies)).toHaveLength(1)
  expect((await session.read('coordinator.city-coordination', bodies)).length).toBeGreaterThan(1)
})

it('is taken, asked to be finished, and finished by a second person', async () => {
  await act(handler, item, 'begin')
  expect(await rowOf(item)).toMatchObject({ state: 'working', is_open: true })
  expect(await session.refusal(handler, actSql, [item, 'finish', '{}'])).toContain('PT422')
  expect(await act(handler, item, 'finish', { note: '已办' })).toMatchObject([{ state: 'working', is_asked: true }])
  expect(await session.refusal(handler, decideSql, [item])).toMatch(/^PT4/)
  await session.act(reviewer, decideSql, [item])
  expect(await rowOf(item)).toEqual({ state: 'done', is_open: false, state_label: '已办结' })
  const events = await session.read(handler, 'select action from public.work_events where item_id = $1 order by seq', [item])
  expect(events.map((event) => event.action)).toEqual(['open', 'begin', 'ask', 'finish'])
  expect(await session.read(handler, \`select state from public.work_terms where item_id = $1 and key = '${prefix}.finish'\`, [item])).toEqual([{ state: 'met' }])
})
`

const partStory = ({ prefix }: ModuleNames) => `  it('another body finds no such item, a reader may not act', async () => {
    const payload = { receivers: [await orgId(session.db, places.sibling, 'market')] }
    expect(await refusal('handler.sibling-market', item, 'send', payload)).toContain('PT404')
    expect(await refusal(reviewer, item, 'send', payload)).toContain('PT409')
    expect(await refusal(handler, item, 'send')).toContain('PT422')
    expect(await refusal(handler, item, 'send', { receivers: [] })).toContain('PT422')
  })
})

it('a handler reads the own body only, a coordinator the bodies of the region', async () => {
  expect(await session.read(handler, bodies)).toHaveLength(1)
  expect((await session.read('coordinator.city-coordination', bodies)).length).toBeGreaterThan(1)
})

it('looks names up for the page that is shown, not for all that was sent and received', async () => {
  const rows = await session.read('coordinator.city-coordination', 'explain (costs off) select * from public.${prefix}_list order by created_at desc limit 20')
  const lines = rows.map((row) => String(row['QUERY PLAN']))
  const depth = (line: string) => line.search(/[a-zA-Z]/)
  const both = lines.findIndex((line) => line.endsWith('Append'))
  const inside = lines.slice(both + 1)
  const end = inside.findIndex((line) => depth(line) <= depth(lines[both] ?? ''))
  expect(inside.slice(0, end).join()).toContain('on ${prefix}_parts')
  expect(inside.slice(0, end).join()).not.toContain('on work_states')
  expect(inside.slice(end).join()).toContain('on work_states')
})

it('goes to several bodies with the consent of a second person, and is done when each has answered', async () => {
  const receivers = [await orgId(session.db, places.sibling, 'market'), await orgId(session.db, places.county, 'environment')]
  expect(await act(handler, item, 'send', { receivers })).toMatchObject([{ state: 'open', is_asked: true }])
  expect(await session.refusal(handler, decideSql, [item])).toMatch(/^PT4/)
  await session.act(reviewer, decideSql, [item])
  expect(await rowOf(item)).toMatchObject({ state: 'working', is_open: true })

  // In the module's own list each finds what it sent and what it received, and nothing else.
  const listSql = 'select box, state from public.${prefix}_list where org_id = $1 and title = $2'
  expect(await session.read(handler, listSql, [await orgId(session.db, places.county, 'market'), '样例'])).toContainEqual({ box: 'sent', state: 'working' })
  expect(await session.read('handler.county-environment', listSql, [receivers[1], '样例'])).toContainEqual({ box: 'received', state: 'awaiting' })
  expect(await session.read('handler.county-environment', 'select from public.${prefix}_list where org_id <> $1', [receivers[1]])).toEqual([])
  const nos = await session.read(handler, 'select p.no = i.no as is_same from public.${prefix}_parts as p join public.work_items as i on i.id = p.item_id')
  expect(nos.every((row) => row.is_same)).toBe(true)

  const partsSql = 'select i.id from public.${prefix}_parts as p join public.work_items as i on i.id = p.item_id where i.parent_id = $1'
  expect(await session.read(handler, partsSql, [item])).toHaveLength(2)
  for (const who of ['handler.sibling-market', 'handler.county-environment']) {
    expect(await rowOf(item)).toMatchObject({ is_open: true })
    // Of the whole and of the other part a receiver learns nothing.
    const parts = await session.read(who, partsSql, [item])
    expect(parts).toHaveLength(1)
    expect(await session.read(who, 'select id from public.${prefix}_records where item_id = $1', [item])).toEqual([])
    const part = parts[0]?.id as string
    expect(await session.refusal(handler, actSql, [part, 'sign', '{}'])).toMatch(/^PT4/)
    await act(who, part, 'sign')
    await act(who, part, 'answer', { note: '已办' })
  }
  expect(await rowOf(item)).toEqual({ state: 'done', is_open: false, state_label: '已办结' })
  expect(await session.read(handler, \`select state from public.work_terms where item_id = $1 and key = '${prefix}.finish'\`, [item])).toEqual([{ state: 'met' }])
})
`

const figures = ({ prefix }: ModuleNames) => `
describe('figures', () => {
  const figuresSql = \`select received, open, late, closed, on_time from public.${prefix}_figures($1, null, $2, '2099-12-31', $3)\`
  const coordinator = 'coordinator.city-coordination'

  it.each([
    ['a region that is none', [999999999, '2020-01-01', 'line']],
    ['a period that ends before it begins', [places.city, '2100-01-01', 'line']],
    ['a grouping that is none', [places.city, '2020-01-01', 'body']],
  ])('refuse %s, and are nothing to who may not see figures', async (_, values) => {
    expect(await session.refusal(coordinator, figuresSql, values)).toBe('PT422 figures.invalid')
    expect(await session.read(handler, figuresSql, [places.county, '2020-01-01', 'region'])).toEqual([])
  })
  it.each(['region', 'line', 'month'])('count by %s what the list shows', async (by) => {
    const rows = await session.read(coordinator, figuresSql, [places.city, '2020-01-01', by])
    const [list] = await session.read(
      coordinator,
      \`select count(*) as received, count(*) filter (where is_open) as open, count(*) filter (where is_open and is_late) as late,
         count(*) filter (where not is_open) as closed, count(*) filter (where not is_open and not is_late) as on_time from public.${prefix}_record_list\`,
    )
    const sums = Object.keys(list ?? {}).map((column) => [column, String(rows.reduce((sum, row) => sum + Number(row[column]), 0))])
    expect(Object.fromEntries(sums)).toEqual(list)
    expect(Number(list?.received)).toBeGreaterThan(1)
  })
})
`
