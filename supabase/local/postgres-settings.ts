/**
 * Settings of the embedded server, the later the stronger: what the machine allows, the operator's file, `alter system`.
 * On the command line, which is stronger than all, stands only what keeps the server to this machine.
 */
import fs from 'node:fs'
import path from 'node:path'
import { memorySettings, thisMachine } from './machine.ts'
import type { ServiceUser } from './postgres-binaries.ts'

const DEFAULTS: Record<string, string> = {
  password_encryption: 'scram-sha-256',
  wal_level: 'logical',
  max_wal_size: '2GB',
  timezone: 'UTC',
  log_timezone: 'UTC',
  lc_messages: 'C',
  // Thousands of short queries: compiling one takes longer than running it.
  jit: 'off',
  // Details and statements may hold people's data; the log keeps neither.
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
  'cron.timezone': 'GMT',
}

/** Throw-away clusters trade safety for speed. */
const FAST = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }

export const FIXED: Record<string, string> = { listen_addresses: '127.0.0.1', unix_socket_directories: '' }

const OURS = 'stack.conf'
const OPERATORS = 'operator.conf'
const INCLUDES = `\n# Of the embedded stack; what follows here is stronger.\ninclude_if_exists '${OURS}'\ninclude_if_exists '${OPERATORS}'\n`

const quoted = (value: string) => `'${value.replaceAll("'", "''")}'`

export interface SettingsOptions {
  dataDir: string
  user: ServiceUser | undefined
  durable: boolean
  settings: Record<string, string>
  /** The operator's own; copied, since the server may not be let into the folder where it lies. */
  operatorFile: string | undefined
}

/** Before every start: the machine may have another memory, the operator another mind. */
export function writeSettingsFiles({ dataDir, user, durable, settings, operatorFile }: SettingsOptions): void {
  const write = (name: string, text: string) => {
    const file = path.join(dataDir, name)
    fs.writeFileSync(file, text, { mode: 0o600 })
    if (user) fs.chownSync(file, user.uid, user.gid)
  }
  const ours = { ...DEFAULTS, ...memorySettings(thisMachine()), ...(durable ? {} : FAST), ...settings }
  const lines = Object.entries(ours).map(([name, value]) => `${name} = ${quoted(value)}`)
  write(OURS, `# Written anew at every start; put your own into DATA_DIR/postgres.conf.\n${lines.join('\n')}\n`)
  write(OPERATORS, operatorFile && fs.existsSync(operatorFile) ? fs.readFileSync(operatorFile, 'utf8') : '')
  const main = path.join(dataDir, 'postgresql.conf')
  if (!fs.readFileSync(main, 'utf8').includes(INCLUDES)) fs.appendFileSync(main, INCLUDES)
}
