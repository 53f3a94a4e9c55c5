// @vitest-environment jsdom
import { expect, it } from 'vitest'
import { receiptSlot, secretName, type Receipt } from './receipt.ts'

const receipt: Receipt = { code: '77AL-4MV2-RC4P-7EEC', isAnonymous: true, cases: [] }

it('names what opens the look-up page by whether there is a phone', () => {
  expect([secretName(false), secretName(true)]).toEqual(['手机号后四位', '您自己设定的 4 位查询密码'])
})
it('remembers over a reload that the tip was anonymous, and takes a receipt that does not say', () => {
  receiptSlot.write(receipt)
  expect(receiptSlot.read()).toEqual(receipt)
  sessionStorage.setItem('complaint-receipt', JSON.stringify({ code: receipt.code, cases: [] }))
  expect(receiptSlot.read()).toEqual({ ...receipt, isAnonymous: false })
  receiptSlot.write(null)
  expect(receiptSlot.read()).toBeNull()
})
