import { expect, it } from 'vitest'
import { withoutOwnRegion } from './without-own-region.ts'

it.each([
  ['合肥市庐阳区亳州路街道', '合肥市庐阳区', '亳州路街道'],
  ['合肥市庐阳区', '合肥市庐阳区', '合肥市庐阳区'],
  ['芜湖市镜湖区', '合肥市', '芜湖市镜湖区'],
])('%s seen from %s', (name, own, shown) => expect(withoutOwnRegion(name, own)).toBe(shown))
