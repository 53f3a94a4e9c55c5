import { describe, expect, it } from 'vitest'
import { barHeight, barOption, stackedOption } from './bar-option.ts'
import { bandOption, lineOption } from './line-option.ts'
import { numberText, percentText, wrapName } from './parts.ts'
import { pieOption, toSlices } from './pie-option.ts'

const colors = {
  series: ['#111111', '#222222'],
  closed: '#333333',
  open: '#444444',
  late: '#555555',
  text: '#000000',
  line: '#cccccc',
  surface: '#ffffff',
}
const names = ['甲', '乙', '丙']
const one = { name: '收到', data: [3, null, 5] }

describe('words', () => {
  it('say what is not known', () => {
    expect([numberText(12_345), numberText(null), percentText(0.956), percentText(undefined)]).toEqual(['12,345', '—', '95.6%', '—'])
  })
  it('go on in the next line, none cut off', () => {
    expect(wrapName('合肥市', 8)).toBe('合肥市')
    expect(wrapName('恩施土家族苗族自治州', 8)).toBe('恩施土家族\n苗族自治州')
    expect(wrapName('一二三四五六七八九十甲乙丙丁戊己庚', 8).replaceAll('\n', '')).toHaveLength(17)
  })
})

describe('bars', () => {
  it('stand one for each name, in the colours of the palette unless they have their own', () => {
    const option = barOption({ names, series: [one, { name: '超期', data: [1, 1, 1], color: '#999999' }] }, colors)
    expect(option.yAxis.data).toEqual(names)
    expect(option.series.map(({ itemStyle }) => itemStyle.color)).toEqual(['#111111', '#999999'])
    expect(option.series.every((bar) => !('stack' in bar))).toBe(true)
  })
  it('of one series need no legend', () => {
    expect(barOption({ names, series: [one] }, colors)).not.toHaveProperty('legend')
    expect(barOption({ names, series: [one, one] }, colors)).toHaveProperty('legend')
  })
  it('lie on each other when they are parts', () => {
    expect(stackedOption({ names, series: [one, one] }, colors).series.map((bar) => 'stack' in bar)).toEqual([true, true])
  })
  it('have room for each name, more for a long one', () => {
    expect(barHeight(names)).toBe(160)
    expect(barHeight(Array.from({ length: 16 }, () => '甲'))).toBe(16 * 26 + 56)
    expect(barHeight(Array.from({ length: 16 }, () => '恩施土家族苗族自治州'))).toBe(16 * 36 + 56)
  })
})

describe('lines', () => {
  it('are told apart without colour', () => {
    const option = lineOption({ names, series: [one, one, one] }, colors)
    expect(option.series.map(({ lineStyle }) => lineStyle.type)).toEqual(['solid', 'dashed', 'dotted'])
    expect(option.xAxis.data).toEqual(names)
  })
})

describe('a band', () => {
  const option = bandOption({ names, lines: [one], band: { name: '上年同期至上期', low: [4, 2, null], high: [2, 6, 1] } }, colors)
  it('is drawn as a floor and a height, whichever end is lower', () => {
    expect(option.series.map(({ data }) => data)).toEqual([
      [2, 2, null],
      [2, 4, null],
      [3, null, 5],
    ])
  })
  it('says both its ends', () => {
    expect(option.tooltip.formatter([{ dataIndex: 0 }])).toBe('甲<br>收到 <b>3</b><br>上年同期至上期 2 – 4')
    expect(option.tooltip.formatter([{ dataIndex: 2 }])).toBe('丙<br>收到 <b>5</b><br>上年同期至上期 —')
  })
  it('without a lower end begins at nothing and says the upper one', () => {
    const before = bandOption({ names, lines: [one], band: { name: '上年同月', high: [4, 0, null] } }, colors)
    expect(before.series.slice(0, 2).map(({ data }) => data)).toEqual([
      [0, 0, null],
      [4, 0, null],
    ])
    expect([0, 1, 2].map((dataIndex) => before.tooltip.formatter([{ dataIndex }]).split('<br>')[2])).toEqual([
      '上年同月 4',
      '上年同月 0',
      '上年同月 —',
    ])
  })
  it('takes no name for markup', () => {
    const said = bandOption({ names: ['<img src=x>'], lines: [one], band: { name: '上期', low: [1], high: [1] } }, colors)
    expect(said.tooltip.formatter([{ dataIndex: 0 }])).toBe('&#60;img src=x&#62;<br>收到 <b>3</b><br>上期 1')
  })
  it('keeps its floor out of the legend', () => expect(option.legend.data).toEqual(['收到', '上年同期至上期']))
})

describe('a pie', () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ name: `第${index}`, value: index }))
  it('leaves out what is nothing and sums up what is too small to see', () => {
    const slices = toSlices(many)
    expect(slices.map(({ name, value }) => `${name} ${value}`)).toEqual(['第8 8', '第7 7', '第6 6', '第5 5', '第4 4', '其他 6'])
    expect(slices.reduce((sum, { value }) => sum + value, 0)).toBe(36)
  })
  it('says name, number and share on each slice', () => {
    const [ring] = pieOption(many.slice(0, 3), colors).series
    expect(ring?.data.map(({ name }) => name)).toEqual(['第2', '第1'])
    expect(ring?.label.formatter({ name: '食品', value: 1200, percent: 33.4 })).toBe('食品\n1,200（33%）')
  })
})
