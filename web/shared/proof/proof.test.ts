import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { findNonce } from './find-nonce.ts'
import { leadingZeroBits, sha256 } from './sha256.ts'

const hex = (hash: Int32Array) => [...hash].map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')

describe('sha256', () => {
  it.each(['', 'abc', '投诉举报', 'x'.repeat(55), 'x'.repeat(56), 'x'.repeat(64), 'y'.repeat(1000)])('agrees with the platform (%#)', (text) => {
    expect(hex(sha256(text))).toBe(createHash('sha256').update(text).digest('hex'))
  })
})

describe('proof of work', () => {
  it('counts leading zero bits across words', () => {
    expect(leadingZeroBits(Int32Array.from([0, 0x00ffffff]))).toBe(40)
    expect(leadingZeroBits(Int32Array.from([-1]))).toBe(0)
  })
  it('finds a nonce the platform accepts', () => {
    const nonce = findNonce('0d9d3c6e', 12)
    expect(createHash('sha256').update(`0d9d3c6e:${nonce}`).digest('hex')).toMatch(/^000/)
  })
})
