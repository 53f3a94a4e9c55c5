import { expect, it } from 'vitest'
import { itemWords, makeItem } from '@/testing/make-catalog-item.ts'
import { openColumns, openCsv, openJson } from './open-data.ts'

it('writes a line for each item, with a column for each element and each code as it is', () => {
  const [heading = '', line = ''] = openCsv([makeItem()], itemWords.code).replace('\uFEFF', '').split('\r\n')
  expect(heading.split(',')).toEqual(openColumns(itemWords.code).map(({ title }) => title))
  expect(line).toContain('90001001000010,市场监管,market,食品安全监管,90001001,食品销售监督检查')
})
it('gives programs stable codes beside the labels', () => {
  const file = JSON.parse(
    openJson([makeItem({ state: 'repealed', successor_codes: ['90001001000020'] })], itemWords.code, '示例站点', '2026-11-28'),
  ) as unknown
  expect(file).toMatchObject({
    site: '示例站点',
    published_on: '2026-11-28',
    count: 1,
    items: [
      {
        code: '90001001000010',
        methods: [{ code: 'random', label: '双随机、一公开监管' }, {}],
        state: 'repealed',
        successor_codes: ['90001001000020'],
      },
    ],
  })
})
