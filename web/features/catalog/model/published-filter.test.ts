import { expect, it } from 'vitest'
import { toSearch } from '@/shared/hooks/use-search-state.ts'
import { conditionsOf, publishedParams, publishedSearch, wordsOf, type PublishedFilter } from './published-filter.ts'

const { defaults, parse } = publishedSearch

it('falls back where an address holds nonsense', () => {
  expect(parse({ line: 'a,b)', state: 'gone', sort: 'x', page: '-3', q: 'x'.repeat(300) })).toEqual({ ...defaults, q: 'x'.repeat(100) })
})
it('survives its own address', () => {
  const filter: PublishedFilter = {
    ...defaults,
    q: '食品 销售',
    line: 'market',
    method: 'random',
    level: '3',
    state: 'repealed',
    sort: 'new',
    page: 2,
  }
  expect(parse(Object.fromEntries(toSearch(filter, defaults)))).toEqual(filter)
})
it('lists what may be checked on and what is suspended unless asked otherwise', () => {
  expect(publishedParams(defaults)).toEqual({ order: 'line_code,code', state: 'in.(in_force,suspended)' })
  expect(publishedParams({ ...defaults, state: 'repealed' }).state).toBe('eq.repealed')
})
it('asks for each condition and for every word', () => {
  expect(publishedParams({ ...defaults, q: '食品 销售', line: 'market', object: 'enterprise', method: 'random', level: '3', sort: 'name' })).toEqual({
    order: 'name,code',
    state: 'in.(in_force,suspended)',
    line_code: 'eq.market',
    object_kinds: 'cs.{enterprise}',
    methods: 'cs.{random}',
    levels: 'cs.{3}',
    and: '(search_text.ilike.*食品*,search_text.ilike.*销售*)',
  })
})
it('lets no word become a condition of its own', () => {
  expect(wordsOf('a),or=(state.eq."x"  %_*\\ :')).toEqual(['a', 'or=', 'state.eq.', 'x'])
  expect(publishedParams({ ...defaults, q: '()' }).and).toBeUndefined()
})
it('counts what is set besides the words', () => {
  expect(conditionsOf(defaults)).toBe(0)
  expect(conditionsOf({ ...defaults, q: 'x', line: 'market', state: 'coming' })).toBe(2)
})
