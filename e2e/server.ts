/** The whole product on a data folder of its own, for one run of the browser tests; what it sends is kept in a file. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { dataDir, mailFile, port, root } from './settings.ts'

rmSync(dataDir, { recursive: true, force: true })
writeFileSync(mailFile, '', { mode: 0o600 })
const mail = createServer((request, response) => {
  void text(request).then((body) => {
    appendFileSync(mailFile, `${body}\n`)
    response.writeHead(204).end()
  })
})
await once(mail.listen(0, '127.0.0.1'), 'listening')
const child = spawn(process.execPath, ['supabase/local/start.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: {
    ...process.env,
    PORT: String(port),
    DATA_DIR: dataDir,
    SITE: 'anhui',
    MESSAGE_URL: `http://127.0.0.1:${(mail.address() as AddressInfo).port}/`,
    MESSAGE_KEY: 'the gateway of the tests',
  },
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill('SIGTERM'))
child.on('exit', (code) => {
  rmSync(dataDir, { recursive: true, force: true })
  rmSync(mailFile, { force: true })
  process.exit(code ?? 0)
})
