import { describe, expect, it } from 'vitest'
import { openSession } from './session.ts'

const session = await openSession()
it('starts', async () => {
  expect(await session.read('anon', `select kind, count(*)::int as n from public.definitions group by kind order by kind`)).toEqual([])
})
