import { expect, it } from 'vitest'
import { placeOf, subjectsSearch } from './subjects-filter.ts'

it('looks at home until a name is searched for, and where somebody chose', () => {
  expect(placeOf({ region: undefined, q: '' }, 340103000)).toBe(340103000)
  expect(placeOf({ region: undefined, q: '鼎香' }, 340103000)).toBeUndefined()
  expect(placeOf({ region: 340200000, q: '鼎香' }, 340103000)).toBe(340200000)
})

it('lets what no filter knows fall back, and says the rest in words', () => {
  expect(subjectsSearch.parse({ kind: 'person', licence: 'yellow' })).toMatchObject({ kind: undefined, licence: 'yellow' })
  expect(subjectsSearch.summary({ ...subjectsSearch.defaults, licence: 'yellow', tag: 'key' }, { tag: '重点监管' })).toBe(
    '标签：重点监管；许可证：60 天内到期',
  )
})
