import { beforeEach, expect, it, vi } from 'vitest'
import { TopicSequence, type TopicEvent } from './realtime.ts'

const rpc = vi.hoisted(() => vi.fn<(name: string, args: object) => Promise<unknown>>())
vi.mock('./client.ts', () => ({ supabase: { rpc } }))

const record = () => {
  const seen: TopicEvent[] = []
  return { seen, sequence: new TopicSequence('org:1', (event) => seen.push(event)) }
}

beforeEach(() => void rpc.mockReset())

it('reports each number once', () => {
  const { seen, sequence } = record()
  sequence.receive('work_changed', { seq: 4 })
  sequence.receive('work_changed', { seq: 4 })
  sequence.receive('work_changed', { seq: 5 })
  expect(seen).toHaveLength(2)
})
it('asks for a full refetch when a number is missing', () => {
  const { seen, sequence } = record()
  sequence.receive('work_changed', { seq: 4 })
  sequence.receive('work_changed', { seq: 7 })
  expect(seen.at(-1)?.event).toBe('resync')
})
it('refetches on the first join, and fills the gap on later ones', async () => {
  const { seen, sequence } = record()
  await sequence.catchUp()
  expect(seen).toEqual([{ event: 'resync', payload: {} }])
  sequence.receive('work_changed', { seq: 4 })
  rpc.mockResolvedValue({ data: [{ seq: 5, event: 'notice', payload: { item_id: 'x' } }], error: null })
  await sequence.catchUp()
  expect(rpc).toHaveBeenCalledWith('topic_since', { p_topic: 'org:1', p_seq: 4 })
  expect(seen.at(-1)).toEqual({ event: 'notice', payload: { item_id: 'x', seq: 5 } })
})
it('refetches everything when the gap cannot be asked for', async () => {
  const { seen, sequence } = record()
  sequence.receive('work_changed', { seq: 4 })
  rpc.mockResolvedValue({ data: null, error: { message: 'down' } })
  await sequence.catchUp()
  expect(seen.at(-1)?.event).toBe('resync')
})
