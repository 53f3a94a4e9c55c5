/** What modules bring to an installation, found by their folders here: rows of every site (`*.sql`, and `<table>.csv` with the table's columns in its first line), the world around them (`world.ts`), and work of the demo's people (`demo.ts`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import type { SiteProfile } from './sites.ts'
import type { World, WorldPart } from './world/world.ts'

/** What a demo may use: the database, and the doors of the running stack. */
export interface Demo {
  /** As `postgres`. */
  db: pg.ClientBase
  /** Address of the running API. */
  url: string
  publishableKey: string
  /** Of every person of the demo. */
  password: string
  site: SiteProfile
}

const folder = new URL('./modules/', import.meta.url)
const ids = () => (existsSync(folder) ? readdirSync(folder).sort() : [])

/** Of reference data with neither quotes nor commas inside a value; what is there already stays as it is. */
async function loadTable(db: pg.ClientBase, table: string, csv: string): Promise<void> {
  const [head = '', ...lines] = csv.trim().split(/\r?\n/)
  const columns = head.split(',')
  const rows = lines.map((line) => Object.fromEntries(line.split(',').map((value, i) => [columns[i] ?? '', value === '' ? null : value])))
  await db.query(
    `insert into public.${table} (${head}) select ${head} from jsonb_populate_recordset(null::public.${table}, $1::jsonb) on conflict do nothing`,
    [JSON.stringify(rows)],
  )
}

/** Loads the rows in the order of modules and file names; safe to repeat, as each file is. */
export async function loadModuleRows(db: pg.ClientBase): Promise<void> {
  for (const id of ids()) {
    const own = new URL(`${id}/`, folder)
    for (const name of readdirSync(own).sort()) {
      const text = () => readFileSync(new URL(name, own), 'utf8')
      if (name.endsWith('.sql')) await db.query(text())
      if (name.endsWith('.csv')) await loadTable(db, name.slice(0, -4), text())
    }
  }
}

async function titleOf(db: pg.ClientBase, id: string): Promise<string> {
  const { rows } = await db.query<{ title: string }>('select title from private.modules where id = $1', [id])
  return rows[0]?.title ?? id
}

interface Part<Given> {
  title: string
  load: (given: Given) => Promise<void>
}

/** The demos of the modules that have one, each with the module's title. */
export async function* moduleDemos(db: pg.ClientBase): AsyncGenerator<Part<Demo>> {
  for (const id of ids()) {
    const file = new URL(`${id}/demo.ts`, folder)
    if (!existsSync(file)) continue
    const { loadDemo: load } = (await import(/* @vite-ignore */ file.href)) as { loadDemo: (demo: Demo) => Promise<void> }
    yield { title: await titleOf(db, id), load }
  }
}

/** The parts of the world, those that others point to first. */
export async function worldParts(db: pg.ClientBase): Promise<Part<World>[]> {
  const parts: (Part<World> & { order: number })[] = []
  for (const id of ids()) {
    const file = new URL(`${id}/world.ts`, folder)
    if (!existsSync(file)) continue
    const { order, loadWorld: load } = (await import(/* @vite-ignore */ file.href)) as WorldPart
    parts.push({ title: await titleOf(db, id), load, order })
  }
  return parts.toSorted((a, b) => a.order - b.order)
}
