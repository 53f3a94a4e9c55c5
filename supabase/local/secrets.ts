/** Secrets of one installation, made at its first start and kept beside its data, readable by its owner only. */
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Public by nature: it names the caller as `anon`. */
export const PUBLISHABLE_KEY = 'sb_publishable_embedded'

export interface Secrets {
  /** Passwords of the database roles. */
  supabaseAdmin: string
  postgres: string
  authenticator: string
  /** Signs the tokens of signed-in people. */
  jwtSecret: string
  /** `service_role` at the API. */
  secretKey: string
  /** Encrypts reporters' identities; handed to edge functions, never to the database. */
  reporterKey: string
}

const token = (bytes: number) => randomBytes(bytes).toString('base64url')

const GENERATORS: { [Key in keyof Secrets]: () => string } = {
  supabaseAdmin: () => token(24),
  postgres: () => token(24),
  authenticator: () => token(24),
  jwtSecret: () => token(48),
  secretKey: () => `sb_secret_${token(24)}`,
  reporterKey: () => randomBytes(32).toString('base64'),
}

/** A secret a later version adds is made then; none is ever replaced. */
export function loadSecrets(dataDir: string): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Partial<Secrets>) : {}
  const make = (key: keyof Secrets) => known[key] ?? GENERATORS[key]()
  const secrets: Secrets = {
    supabaseAdmin: make('supabaseAdmin'),
    postgres: make('postgres'),
    authenticator: make('authenticator'),
    jwtSecret: make('jwtSecret'),
    secretKey: make('secretKey'),
    reporterKey: make('reporterKey'),
  }
  if (JSON.stringify(known) !== JSON.stringify(secrets)) {
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  }
  return secrets
}
