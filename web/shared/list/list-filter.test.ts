import { expect, it } from 'vitest'
import { toSearch } from '../hooks/use-search-state.ts'
import { choice, code, dayRange, flag, line, listFilter, org, region, search, type StateOf } from './list-filter.ts'

const filter = listFilter(
  {
    box: choice('位置', { mine: '本人', org: '本单位' }),
    q: search('标题'),
    type: choice('类型', { complaint: '投诉', tip: '举报' }),
    state: code('状态'),
    late: flag('仅超期'),
    org: org('单位'),
    ...region('地区'),
    ...line('条线'),
    ...dayRange('登记日期'),
  },
  { sorts: ['filed_at'], sort: '-filed_at', place: ['box'] },
)
type State = StateOf<typeof filter>
const id = '00000000-0000-4000-8000-0000000000a1'

it('falls back, field by field, on whatever is invalid', () => {
  const nonsense = {
    box: 'x',
    q: 'x'.repeat(101),
    type: 'letter',
    state: 'a b;--',
    late: 'yes',
    org: '1',
    region: '12',
    exact: '1',
    line: '',
    from: '2026-13-40',
    to: '2026-11-31',
    page: '-3',
    size: '7',
    sort: 'org_id',
    unknown: 'x',
  }
  expect(filter.parse(nonsense)).toEqual(filter.defaults)
  expect(filter.parse({ type: 'x', late: 'true' })).toEqual({ ...filter.defaults, late: true })
  expect(filter.parse({ region: '340100000.5', from: '2026-02-29' })).toEqual(filter.defaults)
})

it('reads a full address and writes the same again', () => {
  const address = `box=org&q=牛奶&type=tip&state=awaiting_receipt&late=true&org=${id}&region=340100000&exact=true&line=market&from=2026-11-01&to=2026-11-30&page=3&size=50&sort=filed_at`
  const state: State = filter.parse(Object.fromEntries(new URLSearchParams(address)))
  expect(state).toEqual({
    box: 'org',
    q: '牛奶',
    type: 'tip',
    state: 'awaiting_receipt',
    late: true,
    org: id,
    region: 340100000,
    exact: true,
    line: 'market',
    from: '2026-11-01',
    to: '2026-11-30',
    page: 3,
    size: 50,
    sort: 'filed_at',
  })
  expect(decodeURIComponent(toSearch(state, filter.defaults).toString())).toBe(address)
  expect(toSearch(filter.defaults, filter.defaults).toString()).toBe('')
})

it('knows whether anything is set, and clears it, leaving place, order and page size', () => {
  const state = filter.parse({ box: 'mine', q: '超市', size: '50', sort: 'filed_at', page: '2' })
  expect([filter.isNarrowed(filter.defaults), filter.isNarrowed(state)]).toEqual([false, true])
  const cleared = { ...state, ...filter.cleared }
  expect(cleared).toEqual({ ...filter.defaults, box: 'mine', size: 50, sort: 'filed_at' })
  expect(filter.isNarrowed(cleared)).toBe(false)
})

it('says in words what it holds, with the names of coded values where they are known', () => {
  const state = filter.parse({
    q: '牛奶',
    type: 'tip',
    state: 'awaiting_receipt',
    late: 'true',
    region: '340100000',
    exact: 'true',
    line: 'market',
    from: '2026-11-01',
  })
  expect(filter.summary(filter.defaults)).toBe('')
  expect(filter.summary(state, { state: '待签收', region: '合肥市' })).toBe(
    '关键词：牛奶；类型：举报；状态：待签收；仅超期；地区：合肥市；仅本级；条线：market；登记日期起：2026-11-01',
  )
})

it('takes an order of its own only from the columns that were named', () => {
  const plain = listFilter({ q: search('姓名') }, { sorts: ['name'] })
  expect(['name', '-name', '', 'created_at'].map((sort) => plain.parse({ sort }).sort)).toEqual(['name', '-name', '', ''])
})
