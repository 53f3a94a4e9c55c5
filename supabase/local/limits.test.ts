import { expect, test } from 'vitest'
import { bridgeRestRequest } from './bridges/rest-requests.ts'
import { InFlight, readLimits } from './limits.ts'

const asked = async (query: string) => {
  const answer = await bridgeRestRequest(new Request(`http://x/rest/v1/notes?${query}`))
  return answer instanceof Response ? ((await answer.json()) as { code: string }).code : 'passed'
}
const embeds = (count: number) => Array.from({ length: count }, (_unused, i) => `a${i}:notes(id)`).join(',')
const nested = (depth: number): string => (depth === 0 ? 'id' : `notes(${nested(depth - 1)})`)

test('what a request joins has an end, whichever parameter asks for it', async () => {
  expect(await asked(`select=${embeds(10)}`)).toBe('passed')
  expect(await asked(`select=${embeds(11)}`)).toBe('limit.embeds')
  expect(await asked(`select=${encodeURIComponent(embeds(11))}`)).toBe('limit.embeds')
  expect(await asked(`select=id&select=${embeds(11)}`)).toBe('limit.embeds')
  expect(await asked(`select=${nested(4)}`)).toBe('passed')
  expect(await asked(`select=${nested(5)}`)).toBe('limit.embed_depth')
  expect(await asked(`or=(and(or(and(or(id.eq.1)))))`)).toBe('limit.embed_depth')
  expect(await asked(`select=${Array.from({ length: 101 }, () => 'id').join(',')}`)).toBe('limit.columns')
  expect(await asked(`id=in.(${Array.from({ length: 500 }, (_unused, i) => i).join(',')})`)).toBe('passed')
})

test('a limit is changed by its variable, and a typing error opens nothing', () => {
  expect(readLimits({ LIMIT_EMBED_DEPTH: '7' }).embedDepth).toBe(7)
  expect(readLimits({ LIMIT_EMBEDS: '' }).embeds).toBe(10)
  for (const wrong of ['0', '-1', '1.5', 'many']) expect(() => readLimits({ LIMIT_EMBEDS: wrong })).toThrow('LIMIT_EMBEDS')
})

test('what is under way is counted once and forgotten when it ends', () => {
  const flying = new InFlight()
  const [first, second] = [flying.enter('a'), flying.enter('a')]
  expect(flying.of('a')).toBe(2)
  first()
  first()
  expect(flying.of('a')).toBe(1)
  second()
  expect([flying.of('a'), flying.of('b')]).toEqual([0, 0])
})
