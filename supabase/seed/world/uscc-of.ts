/** Makes 统一社会信用代码 that pass GB 32100-2015, with the GB 11714 check inside; the product's own check is isUscc of the contract. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const orgWeights = [3, 7, 9, 10, 5, 8, 4, 2]
/** 31^6 bodies; the prime has no factor in common, so that each number gives another body. */
const bodies = 887_503_681
const stride = 7_368_787

/** GB 11714 counts letters from A = 10 to Z = 35, with the letters that GB 32100 leaves out. */
const orgValue = (character: string) => '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'.indexOf(character)

function orgCheck(body: string): string {
  let sum = 0
  for (let i = 0; i < 8; i += 1) sum += orgValue(body.charAt(i)) * (orgWeights[i] as number)
  const check = 11 - (sum % 11)
  return check === 10 ? 'X' : check === 11 ? '0' : String(check)
}

/** `head`: registering department and kind, 91 (企业), 92 (个体工商户), 12 (事业单位); `region`: six digits of GB/T 2260. */
export function usccOf(head: string, region: number, serial: number): string {
  let rest = (serial * stride) % bodies
  let body = ''
  for (let i = 0; i < 6; i += 1) {
    body = alphabet.charAt(rest % 31) + body
    rest = Math.floor(rest / 31)
  }
  const code = `${head}${String(region)}MA${body}`
  const whole = code + orgCheck(`MA${body}`)
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += alphabet.indexOf(whole.charAt(i)) * (weights[i] as number)
  return whole + alphabet.charAt((31 - (sum % 31)) % 31)
}
