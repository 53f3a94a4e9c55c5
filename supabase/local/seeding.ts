/** Calls supabase/seed/seed.ts and keeps what it says about the demo accounts for `npm run demo:accounts`. */
import fs from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Secrets } from './secrets.ts'

export interface DemoAccount {
  email: string
  password: string
  name?: string
  roles?: string[]
  org?: string
  region?: string
  /** Of the device that shows the codes of the second factor. */
  totpSecret?: string
}

export interface SeedResult {
  accounts?: DemoAccount[]
  /** With no demo data: where the first administrator signs up, once. */
  firstAdminLink?: string
}

export interface SeedOptions {
  /** As `postgres`. */
  dbUrl: string
  /** Of the gateway, which is serving already. */
  url: string
  site: string
  demo: boolean
  /** True until a start has come to its end. */
  first: boolean
  secrets: Secrets
  log: (line: string) => void
}

interface SeedModule {
  seedSite(options: SeedOptions): Promise<SeedResult | undefined>
}

const isSeedModule = (module: unknown): module is SeedModule =>
  typeof module === 'object' && module !== null && 'seedSite' in module && typeof module.seedSite === 'function'

export async function runSeed(workdir: string, accountsFile: string, options: SeedOptions): Promise<SeedResult> {
  const file = path.join(workdir, 'supabase/seed/seed.ts')
  if (!fs.existsSync(file)) return {}
  const module: unknown = await import(pathToFileURL(file).href)
  if (!isSeedModule(module)) throw new Error(`${file} exports no seedSite()`)
  const result = (await module.seedSite(options)) ?? {}
  if (result.accounts) fs.writeFileSync(accountsFile, `${JSON.stringify(result.accounts, null, 2)}\n`, { mode: 0o600 })
  return result
}
