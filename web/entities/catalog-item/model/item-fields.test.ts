import { expect, it } from 'vitest'
import { itemWords, makeItemBody } from '@/testing/make-catalog-item.ts'
import { itemFields, moreItemFields } from './item-fields.ts'

it('names the ten elements in the order of the notices', () => {
  expect(itemFields.map(({ label }) => label)).toEqual([
    '监管部门',
    '监管主项',
    '监管子项',
    '监管方式',
    '监管措施',
    '监管对象',
    '设定依据',
    '监管流程',
    '监管结果',
    '监管层级',
  ])
})
it('says each of them in words', () => {
  const body = makeItemBody({
    bases: [
      { law_code: 'food-safety', article: '第一百一十条' },
      { law_code: 'other', article: '' },
    ],
  })
  const said = Object.fromEntries([...itemFields, ...moreItemFields].map(({ key, text }) => [key, text(body, itemWords)]))
  expect(said).toMatchObject({
    line_code: '市场监管',
    main_code: '食品安全监管',
    methods: '双随机、一公开监管、日常检查',
    objects: '食品销售者（企业、个体工商户）',
    bases: '《食品安全法》第一百一十条；《other》',
    levels: '市级、县级',
    scopes: '全省、地市',
    source: '省级补充',
    state: '在用',
  })
})
