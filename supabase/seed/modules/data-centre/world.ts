/** The register of the world: businesses with their licences, and the inspectors of every body. */
import type pg from 'pg'
import { regionsOfSite } from '../../regions.ts'
import type { SiteProfile } from '../../sites.ts'
import { copyLine, copyRows } from '../../world/copy-rows.ts'
import { inspectorsOf, type Body } from '../../world/inspectors.ts'
import { subjectMaker, townsOf, type Subject } from '../../world/subjects.ts'
import type { World } from '../../world/world.ts'
import { loadLibrary } from './library.ts'

export const order = 11
const sourceOf = ({ kind }: Subject) => (kind === 'institution' ? '事业单位登记' : '市场主体登记')

/** The demo's own counties are as full as a county is; the rest of a province is thin. */
export function subjectsOfSite(seed: string, site: Pick<SiteProfile, 'rootRegion' | 'demo'>): (number: number) => Subject {
  return subjectMaker(seed, townsOf(regionsOfSite(site.rootRegion), { [site.demo.county]: 30, [site.demo.otherCounty]: 12 }))
}

const subjectColumns = 'public.subjects (id, kind, name, uscc, state, industry_code, region_code, address, legal_person, registered_on, source)'
const licenceColumns = 'public.subject_licences (subject_id, name, licence_no, issuer, issued_on, valid_to)'

export function* subjectLines(make: (number: number) => Subject, count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    const one = make(number)
    const { id, kind, name, uscc, state, industryCode, regionCode, address, legalPerson, registeredOn } = one
    yield copyLine([id, kind, name, uscc, state, industryCode, regionCode, address, legalPerson, registeredOn, sourceOf(one)])
  }
}

export function* licenceLines(make: (number: number) => Subject, count: number): Generator<string> {
  for (let number = 0; number < count; number += 1) {
    const { id, licence } = make(number)
    if (licence) yield copyLine([id, licence.name, licence.no, licence.issuer, licence.issuedOn, licence.validTo])
  }
}

export async function loadSubjects(dbUrl: string, make: (number: number) => Subject, count: number): Promise<void> {
  await copyRows(dbUrl, subjectColumns, subjectLines(make, count))
  await copyRows(dbUrl, licenceColumns, licenceLines(make, count))
}

async function loadInspectors(db: pg.ClientBase, dbUrl: string, seed: string, count: number): Promise<void> {
  const { rows } = await db.query<Body & { id: string }>(
    `select o.id, o.region_code as "regionCode", o.line_code as "lineCode", l.name as "lineName"
     from public.orgs as o join public.org_lines as l on l.code = o.line_code where not o.is_coordinator order by l.sort, o.region_code`,
  )
  const idOf = new Map(rows.map((row) => [`${row.regionCode} ${row.lineCode}`, row.id]))
  const lines = function* () {
    for (const one of inspectorsOf(seed, rows, count)) {
      const org = idOf.get(`${one.regionCode} ${one.lineCode}`) ?? null
      yield copyLine([one.name, one.certificateNo, one.issuedOn, one.validTo, one.scope, org, one.regionCode])
    }
  }
  await copyRows(dbUrl, 'public.inspectors (name, certificate_no, issued_on, valid_to, scope, org_id, region_code)', lines())
}

/** Each table in one piece; one that was filled before a start broke off is left as it is. */
export async function loadWorld({ db, dbUrl, site, seed, scale }: World): Promise<void> {
  const isEmpty = async (table: string) => (await db.query(`select from public.${table} limit 1`)).rowCount === 0
  const make = subjectsOfSite(seed, site)
  const count = Math.round(24_000 * scale)
  if (await isEmpty('subjects')) await copyRows(dbUrl, subjectColumns, subjectLines(make, count))
  if (await isEmpty('subject_licences')) await copyRows(dbUrl, licenceColumns, licenceLines(make, count))
  if (await isEmpty('subject_records')) await loadLibrary(db, seed, make, count)
  if (await isEmpty('inspectors')) await loadInspectors(db, dbUrl, seed, Math.round(2_600 * scale))
}
