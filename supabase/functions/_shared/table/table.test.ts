import ExcelJS from 'exceljs'
import fs from 'node:fs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, it, vi } from 'vitest'
import { FunctionError } from '../errors.ts'
import { readTable } from './read.ts'
import { writeTable, type Cell } from './write.ts'

const limits = { rows: 100, columns: 10 }
const codeOf = async (bytes: Uint8Array) => {
  try {
    await readTable(bytes, limits)
    return 'read'
  } catch (error) {
    if (error instanceof FunctionError) return error.code
    throw error
  }
}
const written = (rows: Cell[][], titles = ['姓名', '代码']) => writeTable({ name: '名册', columns: titles.map((title) => ({ title })), rows: [rows] })

/** As office software saves it: with shared texts behind the sheet. */
async function fromOffice(fill: (sheet: ExcelJS.Worksheet, workbook: ExcelJS.Workbook) => void): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook()
  fill(workbook.addWorksheet('名册'), workbook)
  return new Uint8Array(await workbook.xlsx.writeBuffer())
}

const gbk = Uint8Array.from([0xd0, 0xd5, 0xc3, 0xfb, 0x2c, 0xb5, 0xa5, 0xce, 0xbb, 0x0d, 0x0a, 0xd5, 0xc5, 0xc8, 0xfd, 0x2c, 0xca, 0xd0, 0xbe, 0xd6])
const utf16 = (text: string, isBig: boolean, mark: boolean) => {
  const units = Array.from(mark ? `\uFEFF${text}` : text, (char) => char.charCodeAt(0))
  return Uint8Array.from(units.flatMap((unit) => (isBig ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])))
}

describe('a table that is written and read again', () => {
  it('keeps texts, numbers and holes, and nothing in it runs', async () => {
    const bytes = await written([
      ['=1+1', '0034012345'],
      ['@SUM(A1)', null],
      ['', 7],
      ['\u0000坏\uD800字', 'a\nb'],
    ])
    const { rows } = await readTable(bytes, limits)
    expect(rows).toEqual([
      ['姓名', '代码'],
      ['=1+1', '0034012345'],
      ['@SUM(A1)', ''],
      ['', '7'],
      ['坏字', 'a\nb'],
    ])
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    expect(workbook.worksheets[0]?.getCell('A2').type).toBe(ExcelJS.ValueType.String)
  })

  it('says above the rows what they are, and cuts what a cell cannot hold', async () => {
    const bytes = await writeTable({ name: 'a/b:c', heading: '投诉（全部）', columns: [{ title: '正文' }], rows: [[['字'.repeat(40_000)]]] })
    const { rows } = await readTable(bytes, limits)
    expect([rows[0]?.[0], rows[1]?.[0]]).toEqual(['投诉（全部）', '正文'])
    expect(rows[2]?.[0]).toHaveLength(32_767)
  })

  it('keeps every character of a long table, wherever the reader cuts it', async () => {
    const texts = Array.from({ length: 3_000 }, (_, n) => ['合肥市市场监督管理局'.slice(n % 7), `𠮷野家${n}`])
    const { rows } = await readTable(await written(texts), { rows: 3_001, columns: 2 })
    expect(rows.slice(1)).toEqual(texts)
  })

  it('offers what may be chosen', async () => {
    const bytes = await writeTable({ name: '模板', columns: [{ title: '角色', choices: ['经办人', '审核人'] }], rows: [[['经办人']]], choiceRows: 2 })
    const workbook = new ExcelJS.Workbook()
    await workbook.xlsx.load(bytes.slice().buffer)
    expect([2, 3, 4].map((row) => workbook.worksheets[0]?.getCell(`A${row}`).dataValidation?.formulae?.[0])).toEqual([
      '"经办人,审核人"',
      '"经办人,审核人"',
      undefined,
    ])
  })
})

describe('a table that office software made', () => {
  it('gives days, results of formulas, rich texts and links as texts, with blank rows where they are', async () => {
    const bytes = await fromOffice((sheet) => {
      sheet.getCell('A1').value = '姓名'
      sheet.getCell('A3').value = new Date(Date.UTC(2026, 10, 28))
      sheet.getCell('B3').value = { formula: '1+1', result: 2 }
      sheet.getCell('C3').value = { richText: [{ text: '张' }, { text: '三' }] }
      sheet.getCell('D3').value = { text: 'a@b.cn', hyperlink: 'mailto:a@b.cn' }
      sheet.getCell('E3').value = { error: '#REF!' }
      sheet.getCell('F3').value = true
    })
    expect((await readTable(bytes, limits)).rows).toEqual([['姓名'], [], ['2026-11-28', '2', '张三', 'a@b.cn', '', 'true']])
  })

  it('reads the first tab, whatever its file is called, and says that cells are merged', async () => {
    const bytes = await fromOffice((sheet, workbook) => {
      sheet.getCell('A1').value = '第一张'
      sheet.mergeCells('A1:C1')
      workbook.addWorksheet('说明').getCell('A1').value = '第二张'
    })
    const { rows, hasMergedCells } = await readTable(bytes, limits)
    expect([rows[0]?.[0], hasMergedCells]).toEqual(['第一张', true])
  })
})

describe('a text file', () => {
  it.each([
    ['GBK', gbk],
    ['UTF-8', strToU8('姓名,单位\r\n张三,市局')],
    ['UTF-8 with a mark', strToU8('\uFEFF姓名,单位\n张三,市局\n\n')],
    ['UTF-16 little', utf16('姓名,单位\n张三,市局', false, true)],
    ['UTF-16 big', utf16('姓名,单位\n张三,市局', true, true)],
    ['UTF-16 without a mark', utf16('姓名,单位\n张三,市局', false, false)],
    ['tabs', strToU8('姓名\t单位\n张三\t市局')],
    ['quotes', strToU8('"姓名","单位"\n"张三","市局"')],
  ])('is read in %s', async (_name, bytes) => {
    expect((await readTable(bytes, limits)).rows).toEqual([
      ['姓名', '单位'],
      ['张三', '市局'],
    ])
  })
})

describe('what cannot be read says why', () => {
  const bomb = () =>
    zipSync({ 'xl/workbook.xml': strToU8('<sheet r:id="rId1"/>'), 'xl/worksheets/sheet1.xml': new Uint8Array(60 * 1024 * 1024) }, { level: 1 })
  const big = () => written(Array.from({ length: 101 }, (_, n) => [`${n}`, '']))
  const wide = () =>
    written(
      [],
      Array.from({ length: 200 }, (_, n) => `列${n}`),
    )
  it.each([
    ['an empty file', () => new Uint8Array(), 'table.empty'],
    ['nothing but blanks', () => strToU8(' , ,\n\u3000'), 'table.empty'],
    ['an old or locked workbook', () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1]), 'table.old_format'],
    ['a zip bomb', bomb, 'table.too_large'],
    ['another kind of archive', () => zipSync({ 'a.txt': strToU8('x') }), 'table.no_workbook'],
    ['half a workbook', async () => (await written([['张三', '1']])).slice(0, 900), 'table'],
    [
      'a broken sheet',
      () => zipSync({ 'xl/workbook.xml': strToU8('<sheet r:id="rId1"/>'), 'xl/worksheets/sheet1.xml': strToU8('<worksheet><row') }),
      'table',
    ],
    ['too many rows', big, 'table.too_many_rows'],
    ['200 columns', wide, 'table.too_many_columns'],
    ['no text', () => Uint8Array.from([0x00, 0x00, 0xff, 0x00, 0x81]), 'table.encoding'],
    ['a long text file', () => strToU8('a,b\n'.repeat(200)), 'table.too_many_rows'],
  ])(
    '%s',
    async (_name, bytes, code) => {
      expect(await codeOf(await bytes())).toMatch(new RegExp(`^${code}`))
    },
    20_000,
  )
})

it('reads without a disk, also a sheet of another name and a workbook without shared texts', async () => {
  const bytes = await fromOffice((sheet) => {
    sheet.getCell('A1').value = '姓名'
  })
  const entries = unzipSync(bytes)
  const sheet = entries['xl/worksheets/sheet1.xml'] as Uint8Array
  delete entries['xl/worksheets/sheet1.xml']
  const relations = strFromU8(entries['xl/_rels/workbook.xml.rels'] as Uint8Array).replace('worksheets/sheet1.xml', '/xl/worksheets/table.xml')
  const renamed = zipSync({ ...entries, 'xl/_rels/workbook.xml.rels': strToU8(relations), 'xl/worksheets/table.xml': sheet })
  const temporary = vi.spyOn(fs, 'createWriteStream')
  expect((await readTable(renamed, limits)).rows).toEqual([['姓名']])
  expect((await readTable(await written([]), limits)).rows).toEqual([['姓名', '代码']])
  expect(temporary).not.toHaveBeenCalled()
})
