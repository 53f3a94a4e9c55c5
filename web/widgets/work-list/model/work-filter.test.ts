import { describe, expect, it } from 'vitest'
import { makeSession } from '@/testing/make-session.ts'
import { listFilter } from '@/shared/list/list-filter.ts'
import { overseesRegion, reachOf, scopeOf, viewerOf } from './scope.ts'
import { applyDays, applyOrder, applyWork, workFields } from './work-filter.ts'

const search = listFilter(workFields, { sorts: [] })
const handler = viewerOf(makeSession())
const coordinator = viewerOf(makeSession({ is_coordinator: true, region_code: 340100000 }))
const plain = search.defaults

/** A request that writes down what it was asked. */
function recorded() {
  const asked: string[] = []
  const note =
    (name: string) =>
    (...args: unknown[]) => {
      asked.push(`${name} ${args.map((one) => (typeof one === 'object' && one ? Object.values(one).join('/') : String(one))).join(' ')}`)
      return request
    }
  const request: Parameters<typeof applyOrder>[0] = {
    eq: note('eq'),
    is: note('is'),
    gte: note('gte'),
    lte: note('lte'),
    lt: note('lt'),
    order: note('order'),
  } as never
  return { asked, request }
}
const askedOf = (filter: Partial<typeof plain>, viewer = handler) => {
  const { asked, request } = recorded()
  applyWork(request, { ...plain, ...filter }, viewer)
  return asked
}

describe('scope', () => {
  it('is never left to row-level security: without anything chosen it is the own body, for who coordinates the region', () => {
    expect(reachOf(plain, handler)).toEqual({ orgId: handler.orgId })
    expect(reachOf(plain, coordinator)).toEqual({ range: { from: 340100000, to: 340199999 } })
    expect(reachOf({ ...plain, scope: 'own' }, coordinator)).toEqual({ orgId: coordinator.orgId })
    expect(reachOf({ ...plain, scope: 'all' }, handler)).toEqual({ range: { from: 340102000, to: 340102999 } })
  })
  it('is the region whenever a place or a line is picked', () => {
    expect([scopeOf({ ...plain, scope: 'own', region: 340100000 }, handler), scopeOf({ ...plain, line: 'market' }, handler)]).toEqual(['all', 'all'])
    expect(reachOf({ ...plain, region: 340100000, exact: true, line: 'none' }, handler)).toEqual({
      range: { from: 340100000, to: 340100999 },
      line: 'none',
    })
  })
  it.each([
    [{ roles: ['handler'] }, false],
    [{ roles: ['leader'] }, true],
    [{ roles: ['line_supervisor'] }, true],
    [{ is_coordinator: true }, true],
  ])('the tree is for %j: %s', (patch, expected) => expect(overseesRegion(makeSession(patch))).toBe(expected))
})

describe('the request', () => {
  it('carries body or range first', () => {
    expect(askedOf({})).toEqual([`eq org_id ${handler.orgId}`])
    expect(askedOf({ line: 'none' })).toEqual(['gte region_code 340102000', 'lte region_code 340102999', 'is line_code null'])
  })
  it('asks of open work only for a light and for nobody named', () => {
    expect(askedOf({ light: 'red' }).slice(1)).toEqual(['eq light red', 'eq is_open true'])
    expect(askedOf({ handler: 'none' }).slice(1)).toEqual(['is handler_id null', 'eq is_open true'])
    expect(askedOf({ handler: 'me', closed: true, late: true, state: 'answered' }).slice(1)).toEqual([
      'eq state answered',
      'eq is_open false',
      'eq is_late true',
      `eq handler_id ${handler.officerId}`,
    ])
  })
  it('tells open work that is not late from what is', () =>
    expect(askedOf({ open: true, timely: true }).slice(1)).toEqual(['eq is_open true', 'eq is_late false']))
  it('takes whole days of Shanghai, either end left open', () => {
    const { asked, request } = recorded()
    applyDays(request, 'filed_at', { from: '2026-11-01', to: '2026-11-30' })
    applyDays(request, 'filed_at', { from: undefined, to: undefined })
    expect(asked).toEqual(['gte filed_at 2026-11-01T00:00:00+08:00', 'lt filed_at 2026-12-01T00:00:00+08:00'])
  })
  it('puts open work first while no order is chosen, and breaks every tie', () => {
    const orderOf = (sort: string) => {
      const { asked, request } = recorded()
      applyOrder(request, sort, 'filed_at')
      return asked
    }
    expect(orderOf('')).toEqual(['order is_open false/false', 'order filed_at false/false', 'order id true/false'])
    expect(orderOf('-due_at')).toEqual(['order due_at false/false', 'order id true/false'])
    expect(orderOf('due_at')).toEqual(['order due_at true/false', 'order id true/false'])
  })
})
