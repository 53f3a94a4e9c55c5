const peoples = /(各族|[一-龥]{1,5}族)+自治(州|县)$/
const first = /(?:土家族|苗族|侗族|回族|满族|畲族|瑶族|壮族|彝族|藏族|各族)/

/** As it is said: 恩施土家族苗族自治州 → 恩施州. Anything else keeps its name: 市, 区 and 县 tell two of one name apart. */
export function shortName(name: string): string {
  if (name === '省直辖县级行政区划') return '省直辖'
  const kind = peoples.exec(name)?.[2]
  const at = first.exec(name)?.index
  return kind && at ? name.slice(0, at) + kind : name
}

/** In lines of about the same length, none longer than what fits; nothing is cut. */
export function nameLines(name: string, perLine: number): string[] {
  const letters = [...shortName(name)]
  const lines = Math.max(1, Math.ceil(letters.length / perLine))
  const each = Math.ceil(letters.length / lines)
  return Array.from({ length: lines }, (_, line) => letters.slice(line * each, (line + 1) * each).join(''))
}
