import { expect, it } from 'vitest'
import { makeItem, makeItemBody } from '@/testing/make-catalog-item.ts'
import { itemBody, itemColumns, itemRow } from './catalog-item.ts'

it('reads a row of the list, whose levels and scopes are numbers', () => {
  const row = { ...makeItem(), levels: [3, 4], scopes: [1] }
  expect(itemRow(row, '')).toMatchObject({ levels: ['3', '4'], scopes: ['1'] })
})
it('asks for every column that it reads, and no other', () => {
  const { bases: _bases, ...columns } = { ...makeItem(), bases: undefined }
  expect(itemColumns.split(',').sort()).toEqual(Object.keys(columns).sort())
})
it('reads a version, and takes what it does not say as the database does', () => {
  const { scopes: _s, source: _o, state: _t, successor_codes: _c, ...bare } = makeItemBody({ bases: [{ law_code: 'a', article: '' }] })
  expect(itemBody({ ...bare, bases: [{ law_code: 'a' }] }, '')).toMatchObject({
    scopes: [],
    source: 'province',
    state: 'in_force',
    successor_codes: [],
    bases: [{ law_code: 'a', article: '' }],
  })
})
it('refuses a version without one of the ten elements', () => {
  const { flow: _flow, ...lacking } = makeItemBody()
  expect(() => itemBody(lacking, 'body')).toThrow('body.flow')
})
