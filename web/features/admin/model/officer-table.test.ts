import { describe, expect, it } from 'vitest'
import { checkedRows, isWrong, officersOf, wrongTable, type OfficerTable } from './officer-table.ts'

const rowsOf = (table: OfficerTable) => ('rows' in table ? table.rows : [])
const problemOf = (table: string[][]) => {
  const read = officersOf(table)
  return 'problem' in read ? read.problem : ''
}
const header = ['姓名', '邮箱', '职务', '单位', '建议角色']

describe('a table of officers', () => {
  it('is read by its titles, in any order, below a heading, without blank lines', () => {
    const read = officersOf([
      ['人员名册'],
      ['单位全称', '备注', '邮箱（必填）', '姓名*'],
      [],
      ['市局', '', 'a@b.cn', '张三'],
      ['', '', '', ''],
      ['县局', 'x', 'c@d.cn', '李四'],
    ])
    expect(rowsOf(read)).toEqual([
      { name: '张三', email: 'a@b.cn', title: '', org: '市局', roles: '', line: 4 },
      { name: '李四', email: 'c@d.cn', title: '', org: '县局', roles: '', line: 6 },
    ])
    expect(read).toMatchObject({ unknownTitles: ['备注'] })
  })

  it.each([
    ['no titles', [['张三', 'a@b.cn']], /“姓名”和“邮箱”/],
    ['a column short', [['姓名', '邮箱']], /缺少“单位”列/],
    ['nothing below', [header, ['', '']], /没有内容/],
    ['too many', [header, ...Array.from({ length: 1_001 }, (_, n) => ['甲', `${n}@b.cn`, '', '市局', ''])], /最多 1,000 人，表中有 1,001 人/],
  ])('says what is wrong with %s', (_name, table, problem) => {
    expect(problemOf(table)).toMatch(problem)
  })
})

describe('what came of the rows', () => {
  const rows = rowsOf(
    officersOf([
      header,
      ['甲', 'A@b.cn', '', '市局', ''],
      ['乙', 'a@b.cn', '', '市局', ''],
      ['丙', '', '', '', ''],
      ['丁', 'd@b.cn', '', '市局', ''],
    ]),
  )
  const checked = checkedRows(rows, [
    { n: 1, outcome: 'invited', field: null, message: null },
    { n: 2, outcome: 'invited', field: null, message: null },
    { n: 3, outcome: 'refused', field: 'org', message: '请填写单位的全称' },
    { n: 4, outcome: 'repeated', field: null, message: null },
  ])

  it('names the column and the reason, and the line of the same address before', () => {
    expect(checked.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['invited', ''],
      ['double', '邮箱：与第 2 行相同'],
      ['refused', '单位：请填写单位的全称'],
      ['repeated', '已有未使用的邀请，不再重复发送'],
    ])
    expect(checked.filter(isWrong).map(({ line }) => line)).toEqual([3, 4])
    expect(checkedRows(rows.slice(0, 1), [])[0]).toMatchObject({ outcome: 'refused' })
  })

  it('goes back as a table that can be mended and read again', () => {
    const { columns, rows: wrong } = wrongTable(checked)
    expect(wrong[0]).toEqual(['乙', 'a@b.cn', '', '市局', '', '邮箱：与第 2 行相同'])
    const again = officersOf([columns.map(({ title }) => title), ...wrong])
    expect(again).toMatchObject({ unknownTitles: [] })
    expect(rowsOf(again)).toHaveLength(2)
  })
})
