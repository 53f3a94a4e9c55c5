import { QueryClient } from '@tanstack/react-query'
import { beforeEach, expect, it, vi } from 'vitest'
import { tileGroupsOf, toBoxFilter, type InboxTile } from '../model/inbox-tiles.ts'
import { dutiesOf } from '../model/work-rights.ts'
import { inboxCountsQuery } from './count-inbox.ts'
import { tileCountsQuery } from './count-tiles.ts'
import { inboxQuery } from './list-inbox.ts'

interface Asked {
  conditions: string[]
  isHead: boolean
}

/** Every request, as the conditions it was made with. */
const asked = vi.hoisted(() => [] as Asked[])
vi.mock('@/shared/supabase/client.ts', () => ({
  supabase: {
    from: () => ({
      select: (_columns: string, options: { head?: boolean }) => {
        const one: Asked = { conditions: [], isHead: options.head === true }
        asked.push(one)
        const request: object = new Proxy(Promise.resolve({ data: [], error: null, count: asked.length }), {
          get(target, name) {
            if (name === 'then') return target.then.bind(target)
            return (...args: unknown[]) => {
              if (!['order', 'range', 'abortSignal'].includes(String(name))) one.conditions.push(`${String(name)} ${JSON.stringify(args)}`)
              return request
            }
          },
        })
        return request
      },
    }),
  },
}))

const client = new QueryClient()
beforeEach(() => {
  asked.length = 0
  client.clear()
})

const lead = dutiesOf({ permissions: ['complaint.handle', 'complaint.approve'] })
const overseer = dutiesOf({ permissions: ['complaint.read'] })
const tiles = [lead, overseer].flatMap(tileGroupsOf).flatMap((group) => group.tiles)

it.each(tiles)('counts $title by the conditions of the rows it leads to', async (tile: InboxTile) => {
  await client.fetchQuery(tileCountsQuery([tile], 'org-1'))
  await client.fetchQuery(inboxQuery(toBoxFilter(tile), 'org-1'))
  const [count, rows] = asked
  expect([count?.isHead, rows?.isHead]).toEqual([true, false])
  expect(count?.conditions.length).toBeGreaterThan(0)
  expect(count?.conditions).toEqual(rows?.conditions)
})

it('names the columns of lateness', async () => {
  await client.fetchQuery(tileCountsQuery([{ key: 'soon', title: '', rows: { box: 'org', due: 'soon' } }], 'org-1'))
  expect(asked[0]?.conditions).toEqual(['eq ["org_id","org-1"]', 'eq ["is_open",true]', 'in ["due_in",["today","soon"]]'])
})

it('counts the heads of the boxes in the same way', async () => {
  const counts = await client.fetchQuery(inboxCountsQuery('org-1'))
  expect(Object.keys(counts)).toEqual(['mine', 'org', 'approval', 'sent', 'supervised', 'late'])
  expect(asked.at(-1)?.conditions).toContain('in ["due_in",["late"]]')
})
