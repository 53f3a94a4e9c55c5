/** The businesses of a site, each a function of the seed and its number: rows can be made in parts, and never differ. */
import type { RegionRow } from '../regions.ts'
import { hashOf, randomOf, weighted, type Random } from './random.ts'
import { institutions, trades, type Trade } from './trades.ts'
import { usccOf } from './uscc-of.ts'
import { brandEnds, brandHeads, brandTails, givenHeads, givenTails, streets, surnames } from './words.ts'

export interface Licence {
  name: string
  no: string
  issuer: string
  issuedOn: string
  validTo: string
}

export interface Subject {
  id: string
  kind: 'enterprise' | 'individual' | 'institution'
  name: string
  uscc: string
  state: 'active' | 'revoked' | 'revoked_closed' | 'closed' | 'annulled' | 'moved_out'
  industryCode: string
  /** Who supervises the trade; no column. */
  line: string
  regionCode: number
  address: string
  legalPerson: string
  registeredOn: string
  licence?: Licence
}

/** A township with what its names need. */
export interface Town {
  code: number
  name: string
  county: { code: number; name: string }
  city: string
  weight: number
}

const short = (name: string) => (name.length > 2 ? name.replace(/(市|地区|林区|土家族苗族自治州)$/, '') : name)
/** A zone is no division of GB/T 2260: its businesses are registered with the city. */
const registryOf = (county: RegionRow) => (county.kind === 'zone' ? Math.floor(county.code / 100_000) * 100 : Math.floor(county.code / 1000))
const branches = brandHeads.length * brandTails.length

/** Townships of a site; `dense`: counties where the demo is at home, with so many times the businesses. */
export function townsOf(regions: readonly RegionRow[], dense: Readonly<Record<number, number>> = {}): Town[] {
  const byCode = new Map(regions.map((row) => [row.code, row]))
  return regions.flatMap((town) => {
    const county = byCode.get(town.parent_code ?? 0)
    if (town.tier !== 5 || !county || town.kind !== 'division') return []
    const above = byCode.get(county.parent_code ?? 0)
    const isDirect = above === undefined || above.kind === 'zone'
    const weight = (0.4 + randomOf(town.code).next()) * (dense[county.code] ?? 1)
    return [
      {
        code: town.code,
        name: town.name,
        county: { code: registryOf(county), name: county.name },
        city: short(isDirect ? county.name : above.name),
        weight,
      },
    ]
  })
}

const digits = (value: number, width: number) => String(value).padStart(width, '0')
const date = (year: number, random: Random) => `${year}-${digits(random.between(1, 12), 2)}-${digits(random.between(1, 28), 2)}`

/** Every brand once before one comes twice: two characters first, then three. */
function brandOf(number: number): string {
  // A prime step through all pairs, so that neighbours do not sound alike.
  const pair = ((number % branches) * 2477 + 1913) % branches
  const end = brandEnds[Math.floor(number / branches) % brandEnds.length] as string
  return `${brandHeads[Math.floor(pair / brandTails.length)] as string}${brandTails[pair % brandTails.length] as string}${end}`
}

function idOf(random: Random): string {
  const hex = Array.from({ length: 4 }, () => random.below(4_294_967_296).toString(16).padStart(8, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`
}

/** From dice of its own: what was drawn of a subject before stays as it was. */
function personOf(seed: number, number: number): string {
  const random = randomOf(seed ^ 0x5f3759df, number)
  return random.pick(surnames) + (random.chance(0.7) ? random.pick(givenHeads) : '') + random.pick(givenTails)
}

function stateOf(at: number): Subject['state'] {
  if (at < 0.86) return 'active'
  if (at < 0.95) return 'closed'
  if (at < 0.975) return 'revoked'
  if (at < 0.985) return 'revoked_closed'
  return at < 0.995 ? 'moved_out' : 'annulled'
}

function licenceOf(licence: NonNullable<Trade['licence']>, town: Town, year: number, number: number, random: Random): Licence {
  const from = Math.min(year + random.below(3), 2025)
  const issuedOn = date(Math.max(from, 2026 - licence.years), random)
  const validTo = `${Number(issuedOn.slice(0, 4)) + licence.years}${issuedOn.slice(4)}`
  return {
    name: licence.name,
    no: `${licence.mark}${town.county.code}${digits(number, 7)}`,
    issuer: `${town.county.name}${licence.issuer}`,
    issuedOn,
    validTo,
  }
}

export function subjectMaker(seedName: string, towns: readonly Town[]) {
  const seed = hashOf(seedName)
  const townAt = weighted(towns, (town) => town.weight)
  const tradeAt = weighted(trades, (trade) => trade.weight)
  return (number: number): Subject => {
    const random = randomOf(seed, number)
    const id = idOf(random)
    const town = townAt(random.next())
    const year = 2025 - Math.floor(random.next() ** 2 * 24)
    const common = {
      id,
      state: stateOf(random.next()),
      regionCode: town.code,
      address: `${random.pick(streets)}${random.between(1, 680)}号${random.chance(0.3) ? `${random.between(1, 30)}栋${random.between(101, 1208)}室` : ''}`,
      legalPerson: personOf(seed, number),
      registeredOn: date(year, random),
    }
    if (random.chance(0.02)) {
      const { code, word, line } = random.pick(institutions)
      const name = `${town.county.name}${town.name}${brandOf(number)}${word}`
      return { ...common, kind: 'institution', state: 'active', name, uscc: usccOf('12', town.county.code, number), industryCode: code, line }
    }
    const trade = tradeAt(random.next())
    const isShop = random.below(100) < trade.shopShare
    const name = isShop ? `${town.county.name}${brandOf(number)}${random.pick(trade.shops)}` : `${town.city}${brandOf(number)}${trade.word}有限公司`
    return {
      ...common,
      kind: isShop ? 'individual' : 'enterprise',
      name,
      uscc: usccOf(isShop ? '92' : '91', town.county.code, number),
      industryCode: trade.code,
      line: trade.line,
      ...(trade.licence && random.chance(0.92) && { licence: licenceOf(trade.licence, town, year, number, random) }),
    }
  }
}
