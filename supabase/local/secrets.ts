/** Secrets of one installation, made at its first start and kept beside its data, readable by its owner only. */
import { createHmac, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { StackError } from './errors.ts'

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

/** What lies beside the data: without the reporter key where that is kept elsewhere, then only what proves it the right one. */
type Kept = Partial<Secrets> & { reporterKeyCheck?: string }

const checkOf = (key: string) => createHmac('sha256', key).update('reporter key').digest('hex').slice(0, 32)

/** A key that is kept outside the data folder, where nobody else may read it. Throws StackError. */
export function readKeyFile(file: string, name: string, variable: string): string {
  if (!fs.existsSync(file)) throw new StackError(`没有找到${name}文件 ${file}。`, `请检查 ${variable}，或从离线备份恢复该文件。`)
  if ((fs.statSync(file).mode & 0o077) !== 0) throw new StackError(`${name}文件 ${file} 可被其他用户读取。`, `请运行 chmod 600 ${file}`)
  return fs.readFileSync(file, 'utf8').trim()
}

/** From the environment, or from a file that its variable names; undefined: kept beside the data. Throws StackError. */
function outsideKey(env: NodeJS.ProcessEnv): string | undefined {
  let key = env.REPORTER_KEY?.trim() ?? ''
  const file = env.REPORTER_KEY_FILE?.trim() ?? ''
  if (file) {
    key = readKeyFile(file, '身份密钥', 'REPORTER_KEY_FILE')
  }
  if (!key) return file ? badKey() : undefined
  return Buffer.from(key, 'base64').length === 32 ? key : badKey()
}

function badKey(): never {
  throw new StackError('身份密钥不是 32 字节的 base64。', '请用 openssl rand -base64 32 生成；已有数据的，请使用原来的密钥。')
}

/** The key that identities are sealed with, and what is to be kept of it. A wrong one would make them unreadable one by one. */
function reporterKeyOf(known: Kept, env: NodeJS.ProcessEnv): Pick<Kept, 'reporterKey' | 'reporterKeyCheck'> & { key: string } {
  const outside = outsideKey(env)
  const expected = known.reporterKeyCheck ?? (known.reporterKey ? checkOf(known.reporterKey) : undefined)
  if (!outside) {
    if (known.reporterKeyCheck)
      throw new StackError('缺少身份密钥，它不在数据目录内。', '请用 REPORTER_KEY_FILE 或 REPORTER_KEY 指明首次启动时使用的密钥。')
    const key = known.reporterKey ?? GENERATORS.reporterKey()
    return { key, reporterKey: key }
  }
  if (expected && expected !== checkOf(outside))
    throw new StackError('身份密钥与本数据目录不符。', '请使用首次启动时的密钥；换用其他密钥会使已有身份和查询码全部失效。')
  return { key: outside, reporterKeyCheck: checkOf(outside) }
}

/** A secret a later version adds is made then; none is ever replaced. Throws StackError about the reporter key. */
export function loadSecrets(dataDir: string, env: NodeJS.ProcessEnv = process.env): Secrets {
  const file = path.join(dataDir, 'secrets.json')
  const known = fs.existsSync(file) ? (JSON.parse(fs.readFileSync(file, 'utf8')) as Kept) : {}
  const make = (name: Exclude<keyof Secrets, 'reporterKey'>) => known[name] ?? GENERATORS[name]()
  const { key, ...reporter } = reporterKeyOf(known, env)
  const others = {
    supabaseAdmin: make('supabaseAdmin'),
    postgres: make('postgres'),
    authenticator: make('authenticator'),
    jwtSecret: make('jwtSecret'),
    secretKey: make('secretKey'),
  }
  const kept: Kept = { ...others, ...reporter }
  if (JSON.stringify(known) !== JSON.stringify(kept)) {
    fs.writeFileSync(`${file}.new`, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 })
    fs.renameSync(`${file}.new`, file)
  }
  return { ...others, reporterKey: key }
}

/** Whoever copies the data directory has the key with it. */
export const isKeyBesideData = (env: NodeJS.ProcessEnv = process.env) => outsideKey(env) === undefined
