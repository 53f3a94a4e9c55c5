import { setImmediate } from 'node:timers/promises'
import type pg from 'pg'
import { expect, it } from 'vitest'
import type { Proofs } from './modules.ts'
import { readWorld } from './world.ts'

it('asks one question at a time, however many modules have attachments: a client that is asked twice at once is on its way out of pg', async () => {
  let isAsked = false
  const query = async () => {
    if (isAsked) throw new Error('asked while it was answering')
    isAsked = true
    await setImmediate()
    isAsked = false
    return { rows: [{ id: 'r', org_id: 'o', topic: 't' }] }
  }
  const kinds = Object.fromEntries(['case', 'notice', 'task'].map((kind) => [kind, { table: `public.${kind}s`, write: `${kind}.handle` }]))
  const world = await readWorld({ query } as unknown as pg.ClientBase, { modules: [], attachmentKinds: kinds } as unknown as Proofs)
  expect(world.owners.map(({ kind, id, write }) => `${kind} ${id} ${write}`)).toEqual([
    'case r case.handle',
    'notice r notice.handle',
    'task r task.handle',
  ])
})
