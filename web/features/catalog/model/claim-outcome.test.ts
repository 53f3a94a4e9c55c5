import { expect, it } from 'vitest'
import { outcomeText, outcomeTitle } from './claim-outcome.ts'

it('says of each what came of it', () => {
  expect(outcomeText('认领', 'done')).toBe('已办理：认领')
  expect(outcomeText('认领', 'ended')).toBe('未办理：现在的状态是“事项已取消”')
  for (const unknown of ['not_found', undefined]) expect(outcomeText('认领', unknown)).toContain('没有找到')
})
it('says how many were done, and how many were not', () => {
  expect(outcomeTitle('认领', new Map([[1, 'done']]))).toBe('认领 1 项')
  expect(
    outcomeTitle(
      '须认领',
      new Map([
        [1, 'done'],
        [2, 'declined'],
      ]),
    ),
  ).toBe('须认领 1 项，未办理 1 项')
})
