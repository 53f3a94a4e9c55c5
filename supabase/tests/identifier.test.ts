/** Codes in SQL as in TypeScript: the vectors of the standards, and ten thousand random codes of each kind. */
import { describe, expect, it } from 'vitest'
import { cleanedIdentifier, fullCitizenNo, isCitizenNo, isOrgCode, isRegistrationNo } from '../functions/_shared/contract/identifier.ts'
import { isUscc } from '../functions/_shared/contract/uscc.ts'
import { randomOf, type Random } from '../seed/world/random.ts'
import { usccOf } from '../seed/world/uscc-of.ts'
import { openSession } from './session.ts'

const session = await openSession()
const seed = Number(process.env.SEED ?? (Date.now() % 1_000_000).toString())
const today = '2026-06-30'
const count = 10_000

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const digits = (random: Random, length: number) => Array.from({ length }, () => random.below(10)).join('')
const swapped = (code: string, at: number) => code.slice(0, at) + code.charAt(at + 1) + code.charAt(at) + code.slice(at + 2)
const changed = (code: string, at: number, random: Random) => code.slice(0, at) + random.pick([...alphabet]) + code.slice(at + 1)
/** A third as it is, a third with one character changed, a third with two neighbours changed about. */
const handled = (code: string, i: number, random: Random) =>
  i % 3 === 0 ? code : i % 3 === 1 ? changed(code, random.below(code.length), random) : swapped(code, random.below(code.length - 1))
/** By trial: the makers know nothing of the checks that they are to test. */
const completed = (body: string, isRight: (code: string) => boolean) => [...alphabet].map((end) => body + end).find(isRight) ?? `${body}0`

const day = (random: Random) =>
  `${random.between(1890, 2030)}${String(random.between(0, 13)).padStart(2, '0')}${String(random.between(0, 32)).padStart(2, '0')}`
const registrationNo = (random: Random) => completed(`34${digits(random, 12)}`, isRegistrationNo)
const kinds: Record<string, { sql: string; make: (random: Random) => string; is: (code: string) => unknown }> = {
  uscc: { sql: 'private.is_uscc(c)', make: (random) => usccOf('91', 340_100 + random.below(99), random.below(1e9)), is: isUscc },
  org_code: {
    sql: 'private.is_org_code(c)',
    make: (random) => completed(Array.from({ length: 8 }, () => random.pick([...alphabet])).join(''), isOrgCode),
    is: isOrgCode,
  },
  citizen_no: {
    sql: `private.is_citizen_no(c, '${today}')`,
    make: (random) => completed(`3401${digits(random, 2)}${day(random)}${digits(random, 3)}`, (code) => isCitizenNo(code, today)),
    is: (code) => isCitizenNo(code, today),
  },
  full_citizen_no: {
    sql: 'private.full_citizen_no(c)',
    make: (random) => `3401${digits(random, 2)}${day(random).slice(2)}${digits(random, 3)}`,
    is: fullCitizenNo,
  },
  registration_no: { sql: 'private.is_registration_no(c)', make: registrationNo, is: isRegistrationNo },
  cleaned: {
    sql: 'private.cleaned_identifier(c)',
    make: (random) => {
      const code = random.pick([
        registrationNo(random),
        `3401${digits(random, 2)}${day(random).slice(2)}${digits(random, 3)}`,
        usccOf('92', 340_103, random.below(1e9)),
        `${digits(random, 8)}-X`,
        'undefined',
        '0000',
      ])
      const wide = random.chance(0.3) ? code.replaceAll(/[!-~]/g, (one) => String.fromCodePoint((one.codePointAt(0) ?? 0) + 0xfee0)) : code
      const spaced = random.chance(0.3) ? `${wide.slice(0, 4)}${random.pick([' ', '\t', '　', '\u00a0', '\u200b', '\u2028'])}${wide.slice(4)}` : wide
      const label = random.pick(['', '', '统一社会信用代码：', '身份证号', '注册号:', '代码 ：', 'Code：', '：'])
      const end = random.pick(['', '', '（1/1）', '(副本)(1-2)', ' ', '（正本）'])
      return `${label}${random.chance(0.3) ? spaced.toLowerCase() : spaced}${end}`
    },
    is: cleanedIdentifier,
  },
}

describe.each(Object.entries(kinds))('%s', (_kind, { sql, make, is }) => {
  it(`is the same in SQL as in TypeScript, SEED=${seed}`, async () => {
    const codes = Array.from({ length: count }, (_, i) => {
      const random = randomOf(seed, i)
      return handled(make(random), i, random)
    })
    const rows = await session.read('postgres', `select ${sql} as said from unnest($1::text[]) with ordinality as u (c, n) order by n`, [codes])
    const differing = codes.filter((code, i) => is(code) !== rows[i]?.said)
    expect(differing, `SEED=${seed}`).toEqual([])
    // A test that saw only right or only wrong ones would prove nothing.
    expect(new Set(rows.map(({ said }) => said)).size).toBeGreaterThan(1)
  })
})

it('knows the vectors of the standards', async () => {
  const [row] = await session.read(
    'postgres',
    `select private.is_uscc('91350100M000100Y43') and private.is_uscc('91440300708461136T') and private.is_uscc('11340000002986061N')
        and private.is_org_code('M000100Y4') and private.is_org_code('002986061')
        and private.is_citizen_no('11010519491231002X') and private.is_citizen_no('440524188001010014')
        and private.is_registration_no('110108000000016') as are_right,
      private.is_uscc('91310000607352621B') or private.is_org_code('M000100Y5') or private.is_citizen_no('110105194912310021')
        or private.is_citizen_no('11010519490231002X') or private.is_registration_no('110108000000017') as are_wrong`,
  )
  expect(row).toEqual({ are_right: true, are_wrong: false })
  expect(['M000100Y4', '002986061'].every(isOrgCode) && isRegistrationNo('110108000000016')).toBe(true)
  expect(['11010519491231002X', '440524188001010014'].every((code) => isCitizenNo(code, today))).toBe(true)
  expect(fullCitizenNo('110105491231002')).toBe('11010519491231002X')
})

it.each([
  ['a day that never was', '110105190002290011', '2026-01-01'],
  ['the day after today', '110105202601020011', '2026-01-01'],
])('refuses a person born on %s, whatever the check character', async (_why, code, now) => {
  const all = [...'0123456789X'].map((end) => code.slice(0, 17) + end)
  expect(all.some((one) => isCitizenNo(one, now))).toBe(false)
  expect(await session.read('postgres', `select c from unnest($1::text[]) as c where private.is_citizen_no(c, $2)`, [all, now])).toEqual([])
})

it.each([
  ['统一社会信用代码：９１３５０１００Ｍ０００１００Ｙ４３（1/1）', '91350100M000100Y43'],
  [' 91350100 m000100y43　', '91350100M000100Y43'],
  ['营业执照注册号：110108000000016 （副本）（1-2）', '110108000000016'],
  ['440524800101001', '440524198001010013'],
  // Passes the check of a registration number as well: only the label tells.
  ['110105491231002', '110105491231002'],
  ['身份证号：110105491231002', '11010519491231002X'],
  ['M000100Y-4', 'M000100Y4'],
  ['undefined', null],
  ['NULL', null],
  ['统一社会信用代码：', null],
  ['000000000000000000', null],
  ['无', null],
])('cleans %s', async (raw, code) => {
  expect(cleanedIdentifier(raw)).toBe(code)
  expect(await session.read('postgres', 'select private.cleaned_identifier($1) as said', [raw])).toEqual([{ said: code }])
})
