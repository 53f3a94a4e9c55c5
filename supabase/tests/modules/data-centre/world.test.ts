/** The world of the demo: valid in SQL as in TypeScript, the same every time, and loaded whole. */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { isUscc } from '../../../functions/_shared/contract/uscc.ts'
import { createTestDatabase, type TestDatabase } from '../../../local/testing.ts'
import { loadWorld, subjectLines, subjectsOfSite } from '../../../seed/modules/data-centre/world.ts'
import { siteProfile } from '../../../seed/sites.ts'
import { randomOf } from '../../../seed/world/random.ts'
import { institutions, trades } from '../../../seed/world/trades.ts'

const count = 20_000
const sites = (['anhui', 'hubei', 'yizheng'] as const).map((key) => siteProfile(key))
const digest = (lines: Iterable<string>) => {
  const hash = createHash('sha256')
  for (const line of lines) hash.update(line)
  return hash.digest('hex')
}

describe.each(sites)('$key', (site) => {
  const make = subjectsOfSite('world:test', site)
  const rows = Array.from({ length: count }, (_, i) => make(i))

  it('gives every business a code that is right and nobody else has', () => {
    expect(rows.filter(({ uscc }) => !isUscc(uscc))).toEqual([])
    expect(new Set(rows.map(({ uscc }) => uscc)).size).toBe(count)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(count)
  })
  it('gives hardly two the same name', () => expect(new Set(rows.map(({ name }) => name)).size).toBeGreaterThan(count * 0.998))
  it('puts every one into a township of the site', () => {
    const size = { 340000000: 10_000_000, 420000000: 10_000_000, 321081000: 1000 }[site.rootRegion] ?? 0
    expect(rows.filter(({ regionCode }) => regionCode < site.rootRegion || regionCode >= site.rootRegion + size)).toEqual([])
  })
  it('has closed ones, small ones and licensed ones, in shares as in a real register', () => {
    const share = (is: (row: (typeof rows)[number]) => boolean) => rows.filter(is).length / count
    expect(share(({ state }) => state === 'active')).toBeCloseTo(0.86, 1)
    expect(share(({ kind }) => kind === 'individual')).toBeGreaterThan(0.5)
    expect(share(({ licence }) => licence !== undefined)).toBeGreaterThan(0.3)
    expect(rows.filter(({ licence }) => licence && licence.validTo < licence.issuedOn)).toEqual([])
  })
})

it('is the same to the byte for the same seed, however it is read, and another for another', () => {
  const [site] = sites
  if (!site) throw new Error('no site')
  const lines = (seed: string) => digest(subjectLines(subjectsOfSite(seed, site), 3000))
  expect(lines('world:a')).toBe(lines('world:a'))
  expect(lines('world:a')).not.toBe(lines('world:b'))
  const make = subjectsOfSite('world:a', site)
  const later = make(2999)
  make(1)
  expect(make(2999)).toEqual(later)
})

it('takes neither clock nor dice', () => {
  const folder = new URL('../../../seed/world/', import.meta.url)
  for (const name of ['random.ts', 'subjects.ts', 'inspectors.ts', 'uscc-of.ts', 'trades.ts', 'words.ts'])
    expect(readFileSync(new URL(name, folder), 'utf8')).not.toMatch(/Math\.random|Date\.now|new Date|randomUUID/)
})

describe('in the database', () => {
  let database: TestDatabase
  let db: pg.Client
  const site = siteProfile('anhui')
  const one = async <Value>(sql: string, values: unknown[] = []) =>
    Object.values((await db.query<Record<string, Value>>(sql, values)).rows[0] ?? {})[0] as Value

  beforeAll(async () => {
    database = await createTestDatabase(inject('databasePort'))
    db = new pg.Client({ connectionString: database.url })
    await db.connect()
    await db.query(`select private.act_as('system:test')`)
    await db.query(`set app.actor = 'system:test'`)
    await db.query(
      'update public.complaint_cases set subject_id = null where subject_id is not null; delete from public.subject_licences; delete from public.subject_merges; update public.subjects set merged_into_id = null, parent_id = null where coalesce(merged_into_id, parent_id) is not null; delete from public.subjects; delete from public.inspectors',
    )
    await loadWorld({ db, dbUrl: database.url, site, seed: 'world:test', scale: 1 })
  })
  afterAll(async () => {
    await db.end()
    await database.drop()
  })

  it('has twenty thousand businesses and two thousand inspectors, every code right for SQL too', async () => {
    expect(Number(await one('select count(*) from public.subjects'))).toBeGreaterThan(20_000)
    expect(Number(await one('select count(*) from public.inspectors'))).toBeGreaterThan(2000)
    expect(Number(await one('select count(*) from public.subjects where not private.is_uscc(uscc)'))).toBe(0)
    expect(Number(await one('select count(*) from public.subject_licences'))).toBeGreaterThan(5000)
  })
  it('knows every trade by its national code', async () => {
    const codes = [...trades, ...institutions].map(({ code }) => code)
    const { rows } = await db.query('select code from public.subject_industries where code = any ($1) and level = 4', [codes])
    expect(rows.length).toBe(new Set(codes).size)
  })
  it('catches a mutated code in SQL as in TypeScript', async () => {
    const make = subjectsOfSite('world:test', site)
    const random = randomOf(7)
    const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
    const mutants = Array.from({ length: 2000 }, (_, i) => {
      const { uscc } = make(i)
      const at = random.below(18)
      const other = random.pick([...alphabet].filter((character) => character !== uscc[at]))
      return `${uscc.slice(0, at)}${other}${uscc.slice(at + 1)}`
    })
    expect(mutants.filter(isUscc)).toEqual([])
    expect(Number(await one('select count(*) from unnest($1::text[]) as m where private.is_uscc(m)', [mutants]))).toBe(0)
  })
  it('is not loaded twice', async () => {
    const before = await one('select count(*) from public.subjects')
    await loadWorld({ db, dbUrl: database.url, site, seed: 'world:test', scale: 1 })
    expect(await one('select count(*) from public.subjects')).toBe(before)
  })
  it('finds the same rows as a plain comparison, by one, two and three characters', async () => {
    for (const q of ['鼎', '烧烤', '大药房', '鼎宏', '合肥', '学'])
      expect(
        await one(
          `select count(*) from public.subjects as s where private.grams(private.search_key(s.name)) @> private.grams($1, least(length($1), 2)) and position($1 in s.name) > 0`,
          [q],
        ),
        q,
      ).toBe(await one(`select count(*) from public.subjects where name like '%' || $1 || '%'`, [q]))
  })
  it('finds by name, by the beginning of a code and by address', async () => {
    const { name, uscc, address } = subjectsOfSite('world:test', site)(17)
    const found = async (q: string) =>
      (
        await db.query<{ name: string }>(
          `select s.name from private.subjects_like($1, 200) as w join public.subjects as s on s.id = w.id order by w.rank`,
          [q],
        )
      ).rows.map((row) => row.name)
    expect((await found(name))[0]).toBe(name)
    expect(await found(uscc.toLowerCase())).toEqual([name])
    expect(await found(uscc.slice(0, 16))).toContain(name)
    expect(await found(address)).toContain(name)
    expect(await found('%%')).toEqual([])
    expect(await found(' ')).toEqual([])
  })
})
