import { expect, it } from 'vitest'
import { dutiesOf } from './work-rights.ts'

it.each([
  [
    ['complaint.read', 'complaint.handle'],
    [true, false, true],
  ],
  [
    ['complaint.read', 'complaint.approve'],
    [false, true, true],
  ],
  [
    ['complaint.read', 'complaint.dispatch'],
    [false, false, true],
  ],
  [
    ['complaint.read', 'complaint.supervise'],
    [false, false, false],
  ],
])('%j', (permissions, duties) => {
  const { canHandle, canApprove, worksForBody } = dutiesOf({ permissions })
  expect([canHandle, canApprove, worksForBody]).toEqual(duties)
})
