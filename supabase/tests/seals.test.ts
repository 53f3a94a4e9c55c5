import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { chainFault, type Seal } from '../seals/chain.ts'
import { openCopy, readCopy, type SealSource } from '../seals/copy.ts'
import { startKeeper } from '../seals/keeper.ts'
import { verify } from '../seals/verify.ts'
import { openSession } from './session.ts'

const session = await openSession()
const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'seals-'))
const file = path.join(folder, 'seals.jsonl')
afterAll(() => fs.rmSync(folder, { recursive: true }))

/** What anybody gets, as the API writes it. */
const source: SealSource = async (fromId) => {
  const [row] = await session.read(
    'anon',
    `select coalesce(jsonb_agg(to_jsonb(s) order by s.id), '[]') as seals from public.audit_seals as s where s.id >= $1`,
    [fromId],
  )
  return row?.seals as Seal[]
}
const change = async (sort: number) => {
  await session.act('postgres', `update public.org_lines set sort = ${sort} where code = 'drug'`)
  await session.act('postgres', `select private.audit_seal()`)
}
/** As someone who owns the database and covers their tracks: guards off for a moment. */
const tamper = async (table: string, sql: string) => {
  await session.act('postgres', `alter table ${table} disable trigger user`)
  await session.act('postgres', sql)
  await session.act('postgres', `alter table ${table} enable trigger user`)
}
const faults = async () => (await verify(session.db, file)).faults

beforeAll(async () => {
  // The world of the tests has one seal of its own.
  for (const sort of [42, 43]) await change(sort)
})

describe('a copy of the seals', () => {
  it('takes what is new, once, and checks every link without the log', async () => {
    const copy = openCopy(file, source)
    expect(await copy.update()).toBeUndefined()
    const kept = readCopy(file)
    expect(kept.map(({ id }) => id)).toEqual([1, 2, 3])
    expect(chainFault(kept)).toBeUndefined()
    await copy.update()
    expect(readCopy(file)).toEqual(kept)
    expect(await verify(session.db, file)).toMatchObject({ seals: 3, kept: 3, faults: [] })
  })

  it('is kept by two at once without a false alarm', async () => {
    const shared = path.join(folder, 'shared.jsonl')
    let fetched = 0
    let meet = () => {}
    const both = new Promise<void>((resolve) => (meet = resolve))
    // Both have asked before either writes.
    const held: SealSource = async (fromId) => {
      const seals = await source(fromId)
      fetched += 1
      if (fetched === 2) meet()
      await both
      return seals
    }
    const [one, other] = [openCopy(shared, held), openCopy(shared, held)]
    expect(await Promise.all([one.update(), other.update()])).toEqual([undefined, undefined])
    fs.appendFileSync(shared, fs.readFileSync(shared, 'utf8').split('\n').slice(-3).join('\n'))
    expect((await verify(session.db, shared)).faults).toEqual([])
    expect(readCopy(shared).map(({ id }) => id)).toEqual([1, 2, 3])
    fs.rmSync(shared)
  })

  it('takes what another keeper of the file has written as its own', async () => {
    const shared = path.join(folder, 'taken.jsonl')
    const keeper = openCopy(shared, source)
    await keeper.update()
    const all = fs.readFileSync(shared, 'utf8')
    fs.writeFileSync(shared, all.split('\n').slice(0, 1).join('\n') + '\n')
    const late = openCopy(shared, source)
    fs.writeFileSync(shared, all)
    expect(await late.update()).toBeUndefined()
    expect(fs.readFileSync(shared, 'utf8')).toBe(all)
    fs.rmSync(shared)
  })

  it('goes on behind the line that a lost machine left half-written', async () => {
    fs.appendFileSync(file, '{"id":4,"from_t')
    await change(44)
    const copy = openCopy(file, source)
    expect(copy.last?.id).toBe(3)
    expect(await copy.update()).toBeUndefined()
    expect(readCopy(file).map(({ id }) => id)).toEqual([1, 2, 3, 4])
  })

  it.each([
    ['row count', (seal: Seal) => ({ ...seal, row_count: seal.row_count + 1 })],
    ['digest of the rows', (seal: Seal) => ({ ...seal, rows_digest: seal.digest })],
    ['time', (seal: Seal) => ({ ...seal, sealed_at: '2020-01-01T00:00:00+00:00' })],
    ['place in the chain', (seal: Seal) => ({ ...seal, id: seal.id + 1 })],
    ['span', (seal: Seal) => ({ ...seal, to_tx: String(BigInt(seal.to_tx) + 1n) })],
  ])('sees a changed %s', (_name, changed) => {
    const kept = readCopy(file)
    expect(chainFault(kept.map((seal, index) => (index === 1 ? changed(seal) : seal)))).toBeDefined()
  })
})

describe('who owns the database and covers their tracks', () => {
  it('is seen by the log when only rows were changed', async () => {
    await tamper('private.audit_log', `update private.audit_log set new_row = '{"sort": 7}' where new_row = '{"sort": 42}'`)
    expect(await faults()).toEqual(['第 2 号封存与日志不一致'])
  })

  it('is seen by the copy when all seals were made anew over the changed rows', async () => {
    await tamper('public.audit_seals', 'delete from public.audit_seals')
    await session.act('postgres', 'select private.audit_seal()')
    expect((await session.read('postgres', 'select * from private.audit_verify() where not is_intact')).length).toBe(0)
    expect(await faults()).toEqual(['第 1 号封存与副本不同', ...[2, 3, 4].map((id) => `第 ${id} 号封存只在副本中，数据库中已没有`)])
    expect(await openCopy(file, source).update()).toContain('数据库中没有')
    for (const sort of [45, 46, 47]) await change(sort)
    const before = readCopy(file)
    expect(await openCopy(file, source).update()).toContain('与副本不同')
    expect(readCopy(file)).toEqual(before)
  })

  it('is said once by the keeper, which goes on', async () => {
    const said: string[] = []
    let rounds = 0
    const keeper = startKeeper({
      file,
      everyMs: 5,
      warn: (line) => said.push(line),
      source: async (fromId) => {
        rounds += 1
        return source(fromId)
      },
    })
    await expect.poll(() => rounds).toBeGreaterThan(3)
    await keeper.stop()
    expect(said).toEqual([expect.stringContaining('与副本不同')])
  })
})

describe('the check on screen', () => {
  it('answers an audit administrator of the site and nobody else', async () => {
    const sql = `select checked, broken, last_id from public.check_audit_seals('2020-01-01')`
    expect(await session.read('audit_admin.province-coordination', sql)).toEqual([{ checked: '4', broken: [], last_id: '4' }])
    for (const who of ['audit_admin.county-coordination', 'system_admin.province-coordination', 'leader.province-coordination'])
      expect(await session.read(who, sql), who).toEqual([])
    expect(await session.refusal('anon', sql)).toContain('42501')
  })

  it('names the broken seal, and only when it lies in the period', async () => {
    await tamper('private.audit_log', `update private.audit_log set actor = 'x' where id = (select max(id) from private.audit_log)`)
    const check = async (from: string) =>
      (await session.read('audit_admin.province-coordination', `select broken from public.check_audit_seals('${from}')`))[0]?.broken
    expect(await check('2020-01-01')).toEqual(['4'])
    expect(await check('2099-01-01')).toEqual([])
  })
})
