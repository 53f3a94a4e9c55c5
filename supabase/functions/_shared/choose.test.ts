import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { chooseOrg, confidence, type Candidate } from './choose.ts'

const stated: Candidate = {
  matter_code: 'food',
  is_stated: true,
  keyword_hits: [],
  org_id: 'market',
  org_name: '市场',
  place_tier: 5,
  rule_reason: '属地管理',
}
const hinted = (org: string, words: string[]): Candidate => ({ ...stated, matter_code: org, is_stated: false, org_id: org, keyword_hits: words })

describe('chooseOrg', () => {
  it('dispatches to the owner of the stated matter, with reasons', () => {
    const choice = chooseOrg([{ ...stated, keyword_hits: ['过期'] }])
    expect(choice.isConfident).toBe(true)
    expect(choice.ranked[0]).toMatchObject({ org_id: 'market', rank: 1, reasons: ['属地管理', '与所选事项类别相符', '内容中提到：过期'] })
  })

  it('leaves a matter without an owner to the coordinator', () => {
    expect(chooseOrg([{ ...stated, org_id: null }])).toEqual({ ranked: [], isConfident: false })
  })

  it('leaves a place that is known only to the city to the coordinator, with the proposal', () => {
    const choice = chooseOrg([{ ...stated, place_tier: 3 }])
    expect(choice.isConfident).toBe(false)
    expect(choice.ranked[0]?.reasons).toContain('事发地只到市一级')
  })

  it('is unsure when the words speak for another body as loudly', () => {
    expect(chooseOrg([stated, hinted('environment', ['污水', '废气', '噪声'])]).isConfident).toBe(true)
    expect(chooseOrg([stated, hinted('environment', ['污水', '废气', '噪声', '异味'])]).isConfident).toBe(false)
    expect(chooseOrg([{ ...stated, keyword_hits: ['食品'] }, hinted('environment', ['污水', '废气', '噪声', '异味'])]).isConfident).toBe(true)
  })

  it('does not dispatch on words alone', () => {
    expect(chooseOrg([{ ...stated, org_id: null }, hinted('environment', ['污水', '废气', '噪声', '异味', '粉尘'])]).isConfident).toBe(false)
  })

  it('names each body once, best first, in the same order whatever order it was given', () => {
    const one = fc.record({
      matter_code: fc.string(),
      is_stated: fc.boolean(),
      keyword_hits: fc.array(fc.string({ minLength: 1 }), { maxLength: 6 }),
      org_id: fc.option(fc.constantFrom('a', 'b', 'c', 'd')),
      org_name: fc.constant('x'),
      place_tier: fc.constantFrom(3, 4, 5),
      rule_reason: fc.constant('规则'),
    })
    fc.assert(
      fc.property(fc.array(one, { maxLength: 8 }), (candidates) => {
        const choice = chooseOrg(candidates)
        const orgs = choice.ranked.map((row) => row.org_id)
        expect(new Set(orgs).size).toBe(orgs.length)
        expect(choice.ranked.map((row) => row.rank)).toEqual(orgs.map((_, i) => i + 1))
        expect(chooseOrg([...candidates].reverse()).ranked.map((row) => [row.org_id, row.score])).toEqual(
          choice.ranked.map((row) => [row.org_id, row.score]),
        )
        if (choice.isConfident) expect(choice.ranked[0]?.score).toBeGreaterThanOrEqual(confidence.score)
      }),
    )
  })
})
