import { expect, it } from 'vitest'
import { askedShape, codeProblem, phoneProblem, recoveredShape } from './recovery.ts'

it('says what is wrong with a phone and a code', () => {
  expect(phoneProblem('13812345678')).toBeUndefined()
  expect(phoneProblem('12812345678')).toContain('11 位')
  expect(codeProblem('012345')).toBeUndefined()
  expect(codeProblem('12345')).toContain('6 位')
})

it('reads the answers', () => {
  expect(askedShape({ isAsked: true }, '')).toEqual({ isAsked: true })
  const filings = [{ code: 'AAAA-BBBB-CCCC-DDDD', filedAt: 'x', cases: [{ caseNo: 'TS1', title: '过期牛奶', stateLabel: '待受理' }] }]
  expect(recoveredShape({ filings }, '')).toEqual({ filings })
})
