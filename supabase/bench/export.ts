/** A hundred thousand rows from a list to an Excel file, by the road that a browser takes; floor: COPY of the same rows. */
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import postgres from 'postgres'
import type { Database } from '../functions/_shared/contract/database.types.ts'
import { withClient } from '../local/connections.ts'
import { projectDir } from '../local/migrate.ts'
import { PUBLISHABLE_KEY } from '../local/secrets.ts'
import type { DemoAccount } from '../local/seeding.ts'
import { readyOf, runStack } from '../local/testing/child.ts'
import { temporaryDir } from '../local/testing/stack.ts'
import { figure, timed, type Figure } from './figure.ts'

const rows = 100_000
const pageSize = 1_000
const listed = `select id, at, actor, table_name, row_key, op, new_row from private.audit_log where table_name = 'bench.export' order by id desc`

async function signedIn(url: string, dbUrl: string, dataDir: string): Promise<SupabaseClient<Database>> {
  const accounts = JSON.parse(fs.readFileSync(path.join(dataDir, 'demo-accounts.json'), 'utf8')) as DemoAccount[]
  const account = accounts.find(({ email }) => email.startsWith('audit.admin@'))
  if (!account) throw new Error('the demo has no audit.admin')
  const client = createClient<Database>(url, PUBLISHABLE_KEY, { auth: { persistSession: false, autoRefreshToken: false } })
  const { error } = await client.auth.signInWithPassword({ email: account.email, password: account.password })
  if (error) throw error
  await withClient(dbUrl, (db) => db.query(`update auth.sessions set aal = 'aal2'`))
  return client
}

async function gather(client: SupabaseClient<Database>): Promise<string> {
  const titles = ['序号', '时间', '操作人', '对象', '记录', '操作', '内容']
  const job = await client.rpc('start_export', { p_key: randomUUID(), p_list: '审计日志', p_filter: '', p_path: '/work', p_columns: titles })
  if (job.error) throw job.error
  let before: number | undefined
  for (let n = 0; n < rows / pageSize; n += 1) {
    const page = await client.rpc('audit_entries', { p_table: 'bench.export', p_limit: pageSize, ...(before ? { p_before: before } : {}) })
    if (page.error) throw page.error
    before = page.data.at(-1)?.id
    const cells = page.data.map((row) => [row.id, row.at, row.actor, row.table_name, row.row_key, row.op, JSON.stringify(row.new_row)])
    const part = await client.rpc('add_export_part', { p_job: job.data.id, p_n: n, p_rows: cells })
    if (part.error) throw part.error
  }
  const done = await client.rpc('finish_export', { p_job: job.data.id })
  if (done.error) throw done.error
  return job.data.id
}

async function untilMade(client: SupabaseClient<Database>, id: string): Promise<number> {
  for (;;) {
    const { data, error } = await client.from('jobs').select('state, done, file_bytes').eq('id', id).single()
    if (error) throw error
    if (data.state === 'done' && data.done === rows) return data.file_bytes ?? 0
    if (data.state !== 'finishing') throw new Error(`export: ${data.state}, ${data.done} rows`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

export async function benchExport(): Promise<Figure[]> {
  const dir = temporaryDir()
  const data = path.join(dir, 'data')
  const child = await runStack(data, { workdir: projectDir, site: 'anhui', quiet: true })
  try {
    const { url, dbUrl } = readyOf(child)
    await withClient(dbUrl, (db) =>
      db.query(
        `insert into private.audit_log (actor, table_name, row_key, op, new_row)
         select 'system:seed', 'bench.export', n::text, 'insert', jsonb_build_object('title', '关于某某食品有限公司销售过期食品的投诉', 'no', n) from generate_series(1, ${rows}) as n`,
      ),
    )
    const client = await signedIn(url, dbUrl, data)
    const sql = postgres(dbUrl, { max: 1 })
    const copy = await timed(async () => {
      for await (const _chunk of await sql.unsafe(`copy (${listed}) to stdout`).readable()) continue
    })
    await sql.end()
    let id = ''
    const gathered = await timed(async () => {
      id = await gather(client)
    })
    let bytes = 0
    const made = await timed(async () => {
      bytes = await untilMade(client, id)
    })
    return [
      figure('export', `${rows.toLocaleString('en')} rows, whole`, (gathered + made) / 1000, 's', copy / 1000),
      figure('export', 'of that, the file', made / 1000, 's', copy / 1000),
      figure('export', 'size of the file', bytes / 1048576, 'MiB', 50),
    ]
  } finally {
    await child.end('SIGTERM')
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
