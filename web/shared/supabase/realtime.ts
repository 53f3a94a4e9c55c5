import { useEffect, useEffectEvent, useState } from 'react'
import { z } from 'zod'
import { supabase } from './client.ts'

export type TopicStatus = 'connecting' | 'live' | 'lost'

export interface TopicEvent {
  event: string
  payload: Record<string, unknown>
}

const numbered = z.looseObject({ seq: z.number() })
const missedRow = z.object({ seq: z.number(), event: z.string(), payload: z.record(z.string(), z.unknown()) })
/** topic_since answers at most this many; a longer absence means: refetch everything. */
const missedLimit = 500

/**
 * Joins a private topic and reports each event once, in order; `resync` after a join whose gap cannot be filled.
 * Listeners invalidate query keys, they never patch caches.
 */
export function useTopic(topic: string | undefined, onEvent: (event: TopicEvent) => void): TopicStatus {
  const report = useEffectEvent(onEvent)
  const [status, setStatus] = useState<TopicStatus>('connecting')
  useEffect(() => {
    if (!topic) return
    const sequence = new TopicSequence(topic, (event) => report(event))
    const channel = supabase.channel(topic, { config: { private: true } })
    channel.on('broadcast', { event: '*' }, ({ event, payload }) => sequence.receive(event, payload))
    channel.subscribe((state) => {
      setStatus(state === 'SUBSCRIBED' ? 'live' : 'lost')
      if (state === 'SUBSCRIBED') void sequence.catchUp()
    })
    return () => void supabase.removeChannel(channel)
  }, [topic])
  return status
}

/** Remembers the last number seen on a topic and asks for what came while away. */
export class TopicSequence {
  #last: number | undefined
  readonly #topic: string
  readonly #report: (event: TopicEvent) => void

  constructor(topic: string, report: (event: TopicEvent) => void) {
    this.#topic = topic
    this.#report = report
  }

  receive(event: string, payload: unknown) {
    const parsed = numbered.safeParse(payload)
    if (!parsed.success) return
    const { seq } = parsed.data
    if (this.#last !== undefined && seq <= this.#last) return
    const isGap = this.#last !== undefined && seq > this.#last + 1
    this.#last = seq
    this.#report(isGap ? { event: 'resync', payload: {} } : { event, payload: parsed.data })
  }

  async catchUp() {
    if (this.#last === undefined) return this.#report({ event: 'resync', payload: {} })
    const { data, error } = await supabase.rpc('topic_since', { p_topic: this.#topic, p_seq: this.#last })
    const missed = z.array(missedRow).safeParse(data)
    if (error || !missed.success || missed.data.length >= missedLimit) return this.#report({ event: 'resync', payload: {} })
    for (const { seq, event, payload } of missed.data) this.receive(event, { ...payload, seq })
  }
}
