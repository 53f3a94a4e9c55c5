/** The house rules hold; no table strays from its module. */
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { flowRules, rules } from './house-rules.ts'
import { loadProofs } from './proof/modules.ts'
import { openSession } from './session.ts'

const session = await openSession()

const { modules } = await loadProofs()
const prefixes = modules.flatMap((module) => module.prefixes)

describe('flows', () => {
  it.each(flowRules)('%s', async (_title, sql) => {
    expect((await session.read('postgres', sql)).map((row) => String(Object.values(row)[0]))).toEqual([])
  })
})

describe('conventions', () => {
  it.each(rules)('%s', async (_title, sql) => {
    expect((await session.read('postgres', sql)).map((row) => String(Object.values(row)[0]))).toEqual([])
  })

  it('every public relation carries a registered prefix', async () => {
    const rows = await session.read('postgres', `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'v')`)
    const strays = rows
      .map((row) => String(row.relname))
      .filter((name) => name !== 'my_notifications' && !prefixes.some((prefix) => name === `${prefix}s` || name.startsWith(`${prefix}_`)))
    expect(strays).toEqual([])
  })

  it('every quota that an edge function or SQL takes exists, and every one that exists is taken', async () => {
    const sources = (folder: string) =>
      readdirSync(new URL(`../${folder}`, import.meta.url), { recursive: true, encoding: 'utf8' })
        .filter((name) => /\.(ts|sql)$/.test(name) && !name.includes('.test.'))
        .map((name) => readFileSync(new URL(`../${folder}/${name}`, import.meta.url), 'utf8'))
    const text = [...sources('functions'), ...sources('migrations')].join('\n')
    const taken = [...text.matchAll(/(?:take\(context, |take_quota\(|p_bucket: )'([^']+)'/g)].map(([, bucket]) => bucket)
    const rows = await session.read('postgres', `select bucket from private.quotas`)
    expect([...new Set(taken)].sort()).toEqual(rows.map((row) => String(row.bucket)).sort())
  })

  it('a module points to itself and to modules of lower bands', async () => {
    const rows = await session.read(
      'postgres',
      `select c.conrelid::regclass::text as "from", c.confrelid::regclass::text as "to" from pg_constraint c where c.contype = 'f' and c.connamespace in ('public'::regnamespace, 'private'::regnamespace)`,
    )
    const core = modules.find(({ id }) => id === 'core')
    const owner = (name: unknown) => {
      const bare = String(name).replace(/^(public|private)\./, '')
      return modules.find((module) => module.prefixes.some((prefix) => bare === `${prefix}s` || bare.startsWith(`${prefix}_`))) ?? core
    }
    const upward = rows.filter((row) => {
      const [from, to] = [owner(row.from), owner(row.to)]
      return from !== to && (to?.band ?? '') >= (from?.band ?? '')
    })
    expect(upward).toEqual([])
  })

  it("a module's migrations carry its band, and nobody else's", () => {
    const files = readdirSync(new URL('../migrations', import.meta.url)).filter((name) => name.endsWith('.sql'))
    const bands = new Map(modules.map((module) => [module.band, module.id]))
    // Bands 00 to 09 are the core's; 90 and above close what all modules need (policies of the platform).
    const strays = files.filter((name) => {
      const band = name.slice(10, 12)
      return band > '09' && band < '55' && !bands.has(band)
    })
    expect(strays).toEqual([])
    expect(bands.size, 'two modules of one band').toBe(modules.length)
  })
})
