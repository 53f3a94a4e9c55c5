import path from 'node:path'

/** A supabase/ folder of the tests' own. */
export const fixtureDir = path.join(import.meta.dirname, 'fixture')
