/** 统一社会信用代码 (GB 32100-2015): 31 characters without I O S V Z, the last is a check character modulo 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

export function isUscc(code: string): boolean {
  if (!shape.test(code)) return false
  const sum = weights.reduce((total, weight, i) => total + alphabet.indexOf(code.charAt(i)) * weight, 0)
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}
