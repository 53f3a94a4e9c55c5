/** Holders of a certificate at the bodies of a site: rows, no accounts. */
import { hashOf, randomOf } from './random.ts'
import { givenHeads, givenTails, surnames } from './words.ts'

export interface Inspector {
  name: string
  certificateNo: string
  issuedOn: string
  validTo: string
  scope: string
  regionCode: number
  lineCode: string
}

export interface Body {
  regionCode: number
  lineCode: string
  lineName: string
}

const digits = (value: number, width: number) => String(value).padStart(width, '0')

/** `count` of them over the bodies in their order; every body has one before any has a second. */
export function* inspectorsOf(seedName: string, bodies: readonly Body[], count: number): Generator<Inspector> {
  const seed = hashOf(`${seedName}:inspectors`)
  for (let number = 0; number < count; number += 1) {
    const { regionCode, lineCode, lineName } = bodies[number % bodies.length] as Body
    const random = randomOf(seed, number)
    const year = random.between(2021, 2025)
    const day = `${digits(random.between(1, 12), 2)}-${digits(random.between(1, 28), 2)}`
    yield {
      name: random.pick(surnames) + (random.chance(0.7) ? random.pick(givenHeads) : '') + random.pick(givenTails),
      certificateNo: `${digits(Math.floor(regionCode / 1000), 6)}${digits(number, 7)}`,
      issuedOn: `${year}-${day}`,
      validTo: `${year + 5}-${day}`,
      scope: lineName,
      regionCode,
      lineCode,
    }
  }
}
