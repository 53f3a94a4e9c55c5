/** The whole product on a data folder of its own, for one run of the browser tests. */
import { spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { dataDir, port, root } from './settings.ts'

rmSync(dataDir, { recursive: true, force: true })
const child = spawn(process.execPath, ['supabase/local/start.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PORT: String(port), DATA_DIR: dataDir, SITE: 'anhui' },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  process.exit(code ?? 0)
})
