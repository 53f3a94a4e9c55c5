import { describe, expect, it } from 'vitest'
import { complaintFilingSchema } from './complaint-filing.ts'
import { isProof, leadingZeroBits } from './proof.ts'
import { isUscc, normalizeUscc, usccDoubt } from './uscc.ts'

describe('isUscc', () => {
  it.each(['91350100M000100Y43', '91440300708461136T', '11340000002986061N'])('accepts %s', (code) => expect(isUscc(code)).toBe(true))
  it.each(['91310000607352621B', '91350100m000100y43', '91350100M000100Y4', '91350100I000100Y43', '９1350100M000100Y43', '91350100M000100Y43 ', ''])(
    'refuses %s',
    (code) => expect(isUscc(code)).toBe(false),
  )
})

describe('usccDoubt', () => {
  it.each(['', '  ', '91350100M000100Y43', ' 9135 0100 m000100y43 ', '９１３５０１００Ｍ０００１００Ｙ４３'])('has nothing against %j', (code) =>
    expect(usccDoubt(code)).toBeUndefined(),
  )
  it.each([
    ['91310000607352621B', '校验位不正确，仍可提交，承办单位会核实'],
    ['91350100M000100Y4', '代码应为 18 位，现为 17 位，仍可提交，承办单位会核实'],
    ['91350100I000100Y43', '代码中有不该出现的字符，仍可提交，承办单位会核实'],
  ])('warns of %s', (code, doubt) => expect(usccDoubt(code)).toBe(doubt))
  it('reads full-width, lower case and spaces as the code they mean', () =>
    expect(normalizeUscc(' ９1350100 m000100y4３　')).toBe('91350100M000100Y43'))
})

describe('proof of work', () => {
  it('counts leading zero bits', () => {
    expect(leadingZeroBits(Uint8Array.from([0, 0, 0x10]))).toBe(19)
    expect(leadingZeroBits(Uint8Array.from([0x80]))).toBe(0)
    expect(leadingZeroBits(Uint8Array.from([0, 0]))).toBe(16)
  })

  it('holds for its key only', async () => {
    let nonce = 0
    while (!(await isProof('key', String(nonce), 8))) nonce += 1
    expect(await isProof('key', String(nonce), 60)).toBe(false)
    expect(await isProof('another key', String(nonce), 30)).toBe(false)
  })
})

describe('complaintFilingSchema', () => {
  const good = {
    caseTypes: ['complaint'],
    matterCode: 'food',
    title: '买到过期酸奶',
    content: '在超市买到过期六天的酸奶，店员拒绝退款。',
    wish: '退款',
    regionCode: 340103001,
    subjectName: '某超市',
    reporter: { name: '张三', phone: '13812345678' },
    agreedNotice: true,
  }
  const issue = (change: object) => {
    const result = complaintFilingSchema.safeParse({ ...good, ...change })
    return result.success ? 'ok' : `${result.error.issues[0]?.path.join('.')}: ${result.error.issues[0]?.message}`
  }

  it('takes a complete complaint', () => expect(issue({})).toBe('ok'))
  it.each([
    [{ content: '太短' }, /^content: .*至少写 10 个字/],
    [{ content: 'x'.repeat(5001) }, /^content: .*最多 5000/],
    [{ wish: '' }, /^wish: 请填写诉求/],
    [{ reporter: { name: '', phone: '13812345678', isAnonymous: true } }, /^reporter.isAnonymous: 投诉须实名/],
    [{ reporter: { name: '张三', phone: '1381234567' } }, /^reporter.phone: 手机号应为 11 位/],
    [{ subjectUscc: '9'.repeat(31) }, /^subjectUscc: .*最多 30 位/],
    [{ agreedNotice: false }, /^agreedNotice: 请阅读并同意/],
    [{ caseTypes: [] }, /^caseTypes: 请选择/],
    [{ caseTypes: ['tip', 'tip'] }, /^caseTypes: 类型重复/],
    [{ regionCode: 34 }, /^regionCode/],
  ])('refuses %j by name', (change, expected) => expect(issue(change)).toMatch(expected))

  it.each(['91310000607352621B', ' 91310000607352621b ', '９１３１００００６０７３５２６２１Ｂ'])(
    'keeps a doubtful credit code %j',
    (subjectUscc) => {
      expect(complaintFilingSchema.parse({ ...good, subjectUscc }).subjectUscc).toBe('91310000607352621B')
    },
  )

  it('lets a tip be anonymous and without a demand', () => {
    expect(issue({ caseTypes: ['tip'], wish: '', reporter: { name: '', phone: '5678', isAnonymous: true } })).toBe('ok')
    expect(issue({ caseTypes: ['tip'], wish: '', reporter: { name: '', phone: '13812345678', isAnonymous: true } })).toMatch(/^reporter.phone/)
  })
})
