/** What modules bring to an installation, found by their folders here: rows of every site (`*.sql`), and work of the demo's people (`demo.ts`). */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import type { SiteProfile } from './sites.ts'

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

/** Loads the rows in the order of modules and file names; safe to repeat, as each file is. */
export async function loadModuleRows(db: pg.ClientBase): Promise<void> {
  for (const id of ids()) {
    const own = new URL(`${id}/`, folder)
    for (const name of readdirSync(own).sort()) if (name.endsWith('.sql')) await db.query(readFileSync(new URL(name, own), 'utf8'))
  }
}

/** The demos of the modules that have one, each with the module's title. */
export async function* moduleDemos(db: pg.ClientBase): AsyncGenerator<{ title: string; load: (demo: Demo) => Promise<void> }> {
  for (const id of ids()) {
    const file = new URL(`${id}/demo.ts`, folder)
    if (!existsSync(file)) continue
    const { loadDemo: load } = (await import(/* @vite-ignore */ file.href)) as { loadDemo: (demo: Demo) => Promise<void> }
    const { rows } = await db.query<{ title: string }>('select title from private.modules where id = $1', [id])
    yield { title: rows[0]?.title ?? id, load }
  }
}
