import { expect, it } from 'vitest'
import { cyclesOf } from './import-cycles.ts'
import { readSources } from './source-files.ts'

const graph = (...edges: [string, string][]) => {
  const all = new Map<string, string[]>(edges.flat().map((name) => [name, []]))
  for (const [from, to] of edges) all.get(from)?.push(to)
  return all
}

it.each([
  ['a line and a diamond', graph(['a', 'b'], ['b', 'd'], ['a', 'c'], ['c', 'd']), []],
  ['a file that imports itself', graph(['a', 'a']), [['a']]],
  ['a pair behind an entry', graph(['main', 'a'], ['a', 'b'], ['b', 'a']), [['a', 'b']]],
  [
    'two circles',
    graph(['a', 'b'], ['b', 'a'], ['b', 'c'], ['c', 'd'], ['d', 'e'], ['e', 'c']),
    [
      ['c', 'd', 'e'],
      ['a', 'b'],
    ],
  ],
])('%s', (_name, given, circles) => expect(cyclesOf(given)).toEqual(circles))

it('no file of the app imports itself by way of others, not even for a type', () => {
  const sources = readSources().filter((file) => !file.isTest)
  const imports = new Map(
    sources.map((file) => [file.path, file.imports.filter((one) => one.isLocal && !one.isDynamic).map((one) => one.target)] as const),
  )
  expect(imports.size).toBeGreaterThan(300)
  expect(cyclesOf(imports)).toEqual([])
})
