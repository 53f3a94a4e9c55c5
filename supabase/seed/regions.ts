/** Divisions of a site from data/divisions.csv: its subtree, and the ancestors that give the root its place. */
import { readFileSync } from 'node:fs'

export interface RegionRow {
  code: number
  name: string
  full_name: string
  tier: number
  kind: 'division' | 'zone'
  parent_code: number | null
}

const tierOf: Record<string, number> = { 省: 2, 市: 3, 县: 4, 乡: 5 }

/**
 * Statistical codes list development zones among the divisions: counties numbered 71 to 79 and townships from 400
 * are 管委会, not divisions of GB/T 2260; 4290 is a heading over counties that answer to the province directly.
 */
function kindOf(code: number, tier: number): RegionRow['kind'] {
  const county = Math.floor(code / 1000) % 100
  if (tier === 3) return Math.floor(code / 100000) % 100 === 90 ? 'zone' : 'division'
  if (tier === 4) return county >= 71 && county <= 79 ? 'zone' : 'division'
  if (tier === 5) return code % 1000 >= 400 ? 'zone' : 'division'
  return 'division'
}

function readDivisions(): Map<number, RegionRow> {
  const text = readFileSync(new URL('./data/divisions.csv', import.meta.url), 'utf8')
  const rows = new Map<number, RegionRow>()
  for (const line of text.trim().split(/\r?\n/).slice(1)) {
    const [code = '', name = '', parent = '', level = ''] = line.split(',')
    const tier = tierOf[level]
    if (tier === undefined) throw new Error(`divisions.csv: unknown level in "${line}"`)
    rows.set(Number(code), {
      code: Number(code),
      name,
      full_name: name,
      tier,
      kind: kindOf(Number(code), tier),
      parent_code: parent === '' ? null : Number(parent),
    })
  }
  return rows
}

/** Rows parents first, so that the foreign key holds while they are inserted in order. */
export function regionsOfSite(rootCode: number): RegionRow[] {
  const all = readDivisions()
  const root = all.get(rootCode)
  if (!root) throw new Error(`divisions.csv holds no ${rootCode}`)
  const chain = (row: RegionRow): RegionRow[] => {
    const parent = row.parent_code === null ? undefined : all.get(row.parent_code)
    return parent ? [...chain(parent), row] : [row]
  }
  const isInside = (row: RegionRow) => chain(row).some((step) => step.code === rootCode)
  // A name reads from the tier below the province, or from the root of a county's own site.
  const fullName = (row: RegionRow) =>
    chain(row)
      .filter((step, i, steps) => i === steps.length - 1 || (step.tier >= Math.max(root.tier, 3) && Math.floor(step.code / 100000) % 100 !== 90))
      .map((step) => step.name)
      .join('')
  return [...chain(root).slice(0, -1), ...[...all.values()].filter(isInside)]
    .map((row) => ({ ...row, full_name: fullName(row) }))
    .sort((a, b) => a.tier - b.tier || a.code - b.code)
}
