/** 统一社会信用代码 (GB 32100-2015): 31 characters without I O S V Z, the last is a check character modulo 31. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const shape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/

export function isUscc(code: string): boolean {
  if (!shape.test(code)) return false
  const sum = weights.reduce((total, weight, i) => total + alphabet.indexOf(code.charAt(i)) * weight, 0)
  return alphabet[(31 - (sum % 31)) % 31] === code[17]
}

/** Room for what is doubtful: a code of a foreign firm, an old registration number, one character too many. */
export const maxUscc = 30

/** Full-width digits, lower case and the spaces of a copied line mean the same code. */
export const normalizeUscc = (raw: string) => raw.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '')

/** Why a code is doubtful, in the words shown beside the field; nobody is turned away for it. */
export function usccDoubt(raw: string): string | undefined {
  const code = normalizeUscc(raw)
  if (code === '' || isUscc(code)) return undefined
  const length = [...code].length
  const fault = length !== 18 ? `代码应为 18 位，现为 ${length} 位` : shape.test(code) ? '校验位不正确' : '代码中有不该出现的字符'
  return `${fault}，仍可提交，承办单位会核实`
}
