import { describe, expect, it } from 'vitest'
import { lookUpCodePattern } from './contract/complaint-filing.ts'
import { maskName, maskPhone } from './mask.ts'
import { lookUpCode, lookUpMacs, mac, seal, unseal } from './secrets.ts'

const key = btoa('0123456789abcdef0123456789abcdef')
const otherKey = btoa('fedcba9876543210fedcba9876543210')

describe('secrets', () => {
  it('seal and open with the same key only, differently each time', async () => {
    const sealed = await seal(key, { name: '张三', phone: '13812345678' })
    expect(await unseal(key, sealed)).toEqual({ name: '张三', phone: '13812345678' })
    expect(await seal(key, { name: '张三', phone: '13812345678' })).not.toBe(sealed)
    await expect(unseal(otherKey, sealed)).rejects.toBeInstanceOf(Error)
    await expect(unseal(key, `${sealed.slice(0, -4)}AAA=`)).rejects.toBeInstanceOf(Error)
  })

  it('give a retried submission the same code, and another key another', async () => {
    const id = '0b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11'
    const code = await lookUpCode(key, id)
    expect(code).toMatch(lookUpCodePattern)
    expect(await lookUpCode(key, id)).toBe(code)
    expect(await lookUpCode(otherKey, id)).not.toBe(code)
    expect(await lookUpCode(key, '1b5f2f0e-6f5e-4a52-9d0a-3f3c9f3b1c11')).not.toBe(code)
  })

  it('bind the phone tail to the code and keep purposes apart', async () => {
    const one = await lookUpMacs(key, 'ABCD-2345-EFGH-6789', '5678')
    const two = await lookUpMacs(key, 'ABCD-2345-EFGH-6780', '5678')
    expect(one.p_tail_mac).not.toBe(two.p_tail_mac)
    expect(await mac(key, 'phone', 'x')).not.toBe(await mac(key, 'quota', 'x'))
    expect(JSON.stringify(one)).not.toContain('5678')
  })
})

describe('masks', () => {
  it.each([
    ['张三', '张*'],
    ['欧阳锋', '欧阳*'],
    ['欧阳', '欧*'],
    ['司马', '司*'],
    ['𠮷田一', '𠮷*'],
    ['', ''],
  ])('%s → %s', (name, masked) => {
    expect(maskName(name)).toBe(masked)
  })

  it('shows three and four digits of a phone, and nothing of what is none', () => {
    expect(maskPhone('13812345678')).toBe('138****5678')
    expect(maskPhone('5678')).toBe('****')
  })
})
