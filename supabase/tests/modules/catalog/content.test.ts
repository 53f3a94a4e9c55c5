/** The written content of the catalogue: whole, well formed, every reference resolved. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { basesOf, methods, parseRows, readContent, toItem, type Basis } from '../../../seed/modules/catalog/content.ts'
import { usual } from '../../../seed/modules/catalog/usual.ts'

const { laws, mainItems, items, checklists } = readContent()

/** Of the lines as the seed has them: the code is also the number within the codes of items. */
const lineSql = readFileSync(new URL('../../../seed/10_lines.sql', import.meta.url), 'utf8')
const sortOfLine = new Map([...lineSql.matchAll(/^ {2}\('(\w+)', .*, (\d+)\)/gm)].map(([, code = '', sort]) => [code, Number(sort)]))

/** Where a line has a body: drug control at the province, local finance at province and city, urban management below the province. */
const tiersOfLine: Record<string, number[]> = { drug: [2], finance: [2, 3], urban: [3, 4] }

const lawOf = new Map(laws.map((law) => [law.code, law]))
const lineOf = new Map(mainItems.map((main) => [main.code, main.line]))
const doubled = (values: string[]) => values.filter((value, index) => values.indexOf(value) !== index)
const isDay = (text: string) => /^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(text).toISOString().startsWith(text)

/** Numbers in Chinese as the laws write them, up to 1999. */
const number = '[一二三四五六七八九十百千零]{1,9}'
const article = new RegExp(`^第${number}条(第${number}款)?$`)
const isSound = ({ law, article: text }: Basis) => lawOf.has(law) && (text === null || article.test(text))

/** What only a slip of the keyboard leaves: blanks at an end, half-width punctuation between Chinese characters, two stops in a row. */
const isTidy = (text: string) => text === text.trim() && !/[\u4e00-\u9fff][,;:()?!][\u4e00-\u9fff]|[，。；、：？]{2}/.test(text)

describe('laws', () => {
  it('have codes of their own', () => {
    expect(doubled(laws.map(({ code }) => code))).toEqual([])
    expect(laws.filter(({ code }) => !/^[a-z]+(-[a-z0-9]+)*$/.test(code))).toEqual([])
    expect(laws.length).toBeGreaterThanOrEqual(120)
  })
  it('have a title that stands once, save a text and the one that took its name', () => {
    const same = doubled(laws.map(({ title }) => title))
    for (const title of same) {
      const [first, second, ...more] = laws.filter((law) => law.title === title)
      expect(more).toEqual([])
      expect([first?.successor, second?.successor]).toContain(first?.successor ? second?.code : first?.code)
    }
    expect(laws.filter(({ title, issuer }) => title === '' || issuer === '' || !isTidy(title))).toEqual([])
  })
  it('have a number of their own where the title is the same', () => {
    expect(doubled(laws.map(({ title, docNo }) => `${title} ${docNo ?? ''}`))).toEqual([])
  })
  it('are in force for a span, and a repealed one names what took its place', () => {
    for (const law of laws) {
      expect(
        [law.effectiveFrom, law.repealedOn].filter((day) => day !== null && !isDay(day)),
        law.code,
      ).toEqual([])
      expect(law.successor === null, law.code).toBe(law.repealedOn === null)
      if (law.repealedOn !== null && law.effectiveFrom !== null) expect(law.repealedOn > law.effectiveFrom, law.code).toBe(true)
      if (law.successor !== null) expect(lawOf.get(law.successor), law.code).toMatchObject({ repealedOn: null })
    }
  })
})

describe('main items', () => {
  it('have 90, the number of the line and a serial without gaps', () => {
    const serials = new Map<string, number>()
    for (const { code, line } of mainItems) {
      const serial = (serials.get(line) ?? 0) + 1
      serials.set(line, serial)
      expect(code).toBe(`90${String(sortOfLine.get(line)).padStart(3, '0')}${String(serial).padStart(3, '0')}`)
    }
    expect(mainItems.length).toBeGreaterThanOrEqual(110)
    expect(serials.size).toBeGreaterThanOrEqual(17)
  })
  it('have names of their own within a line and an order', () => {
    expect(doubled(mainItems.map(({ line, name }) => `${line} ${name}`))).toEqual([])
    expect(mainItems.filter(({ name, sort }) => name === '' || !isTidy(name) || !Number.isInteger(sort) || sort <= 0)).toEqual([])
  })
  it('have at least one item each', () => {
    const used = new Set(items.map(({ mainCode }) => mainCode))
    expect(mainItems.filter(({ code }) => !used.has(code))).toEqual([])
  })
})

describe('items', () => {
  it('have 14 digits under their main item, once', () => {
    expect(items.filter(({ code, mainCode }) => !/^\d{13}0$/.test(code) || !lineOf.has(mainCode))).toEqual([])
    expect(doubled(items.map(({ code }) => code))).toEqual([])
    expect(doubled(items.map(({ mainCode, name }) => `${mainCode} ${name}`))).toEqual([])
    expect(items.length).toBeGreaterThanOrEqual(320)
    expect(items.filter(({ mainCode }) => lineOf.get(mainCode) === 'market').length).toBeGreaterThanOrEqual(90)
  })
  it('have the ten elements', () => {
    for (const item of items) {
      // 监管部门 follows from the line and the level, 主项名称 from the main item.
      for (const text of [item.name, item.objects, item.flow, item.result]) expect(text !== '' && isTidy(text), `${item.code} ${text}`).toBe(true)
      for (const list of [item.objectKinds, item.methods, item.measures, item.levels, item.bases, item.scope]) {
        expect(list.length, item.code).toBeGreaterThan(0)
        expect(doubled(list.map((one) => JSON.stringify(one))), item.code).toEqual([])
      }
      expect(item.measures, item.code).toContain('inspect')
    }
  })
  it('fit the table', () => {
    const isLong = (text: string, most: number) => text.length < 2 || text.length > most
    const long = items.filter((item) => isLong(item.name, 100) || isLong(item.objects, 200) || isLong(item.flow, 1000) || isLong(item.result, 500))
    expect(long.map(({ code }) => code)).toEqual([])
    expect(items.filter(({ bases }) => bases.length > 20 || bases.some(({ article: text }) => (text ?? '').length > 60))).toEqual([])
    expect(mainItems.filter(({ name }) => isLong(name, 100))).toEqual([])
    expect(laws.filter(({ title, docNo, issuer }) => isLong(title, 100) || (docNo ?? '').length > 60 || issuer.length > 60)).toEqual([])
  })
  it('rest on laws that are listed', () => expect(items.flatMap(({ bases }) => bases).filter((basis) => !isSound(basis))).toEqual([]))
  it('are exercised only where their line has a body', () => {
    const astray = items.filter(({ mainCode, levels }) => {
      const tiers = tiersOfLine[lineOf.get(mainCode) ?? ''] ?? [2, 3, 4]
      return levels.some((level) => !tiers.includes(level))
    })
    expect(astray).toEqual([])
  })
  it('hold some that rest on what has been repealed', () => {
    const stale = items.filter(({ bases }) => bases.some(({ law }) => lawOf.get(law)?.repealedOn))
    expect(stale.length).toBeGreaterThanOrEqual(5)
    expect(stale.length).toBeLessThan(items.length / 10)
    // They could be published at the beginning of the year: nothing is published on a law that has ended.
    const ends = stale.flatMap(({ bases }) => bases.map(({ law }) => lawOf.get(law)?.repealedOn ?? '9999'))
    expect(ends.filter((day) => day <= '2026-01-01')).toEqual([])
  })
  it('say what is usual for the leading method when they say nothing of their own', () => {
    expect(Object.keys(usual)).toEqual([...methods])
    const text = '90010001000010,n,o,enterprise,key;random,inspect,2,food-safety-law,,its own,1'
    const [row] = parseRows('items', `code,name,objects,object_kinds,methods,measures,levels,bases,flow,result,scope\n${text}\n`)
    if (!row) throw new Error('no row')
    expect(toItem(row)).toMatchObject({ flow: usual.key.flow, result: 'its own' })
    expect(() => toItem({ ...row, methods: '' })).toThrow('no method')
    expect(() => toItem({ ...row, methods: 'guess' })).toThrow('"guess" is none of random')
  })
})

describe('checklists', () => {
  const lists = new Map<string, typeof checklists>()
  for (const row of checklists) lists.set(row.itemCode, [...(lists.get(row.itemCode) ?? []), row])

  it('belong to items, 3 to 8 rows each, over many lines', () => {
    const codes = new Set(items.map(({ code }) => code))
    expect([...lists.keys()].filter((code) => !codes.has(code))).toEqual([])
    expect([...lists].filter(([, rows]) => rows.length < 3 || rows.length > 8).map(([code]) => code)).toEqual([])
    expect(lists.size).toBeGreaterThanOrEqual(60)
    expect(new Set([...lists.keys()].map((code) => lineOf.get(code.slice(0, 8)))).size).toBeGreaterThanOrEqual(10)
  })
  it('ask for something that can be answered, and say how to look', () => {
    for (const row of checklists) {
      for (const text of [row.checkItem, row.content, row.method]) expect(text !== '' && isTidy(text), `${row.itemCode} ${text}`).toBe(true)
      // Shorter than this says nothing.
      expect(row.content.length, row.content).toBeGreaterThanOrEqual(10)
      expect(row.method.length, row.method).toBeGreaterThanOrEqual(10)
      expect(row.content.endsWith('？'), row.content).toBe(true)
      expect(row.types.length, row.content).toBeGreaterThan(0)
      expect(doubled(row.types), row.content).toEqual([])
    }
    for (const [code, rows] of lists) expect(doubled(rows.map(({ content }) => content)), code).toEqual([])
  })
  it('name what obliges and what punishes, in force', () => {
    for (const row of checklists) {
      const bases = [...row.basis, ...row.penaltyBasis]
      expect(row.basis.length > 0 && row.penaltyBasis.length > 0, row.content).toBe(true)
      expect(
        bases.filter((basis) => !isSound(basis) || lawOf.get(basis.law)?.repealedOn),
        row.content,
      ).toEqual([])
    }
  })
})

describe('reader', () => {
  const head = 'code,name,line_code,sort\n'

  it('takes quoted cells whole', () => expect(parseRows('main-items', `${head}90010001,"a, ""b""",market,10\n`)[0]?.name).toBe('a, "b"'))
  it('refuses another head, a short row and a third part of a basis', () => {
    expect(() => parseRows('main-items', 'code,name\n')).toThrow('columns are code,name')
    expect(() => parseRows('main-items', `${head}90010001,a,market\n`)).toThrow('row 2 has 3 cells')
    expect(() => basesOf('food-safety-law|第一条|x')).toThrow('not law|article')
  })
})
