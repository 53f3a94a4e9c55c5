/** Where the run lives; the same for the server, the configuration and every worker. */
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('..', import.meta.url))
export const port = Number(process.env.E2E_PORT ?? 8790)
export const baseURL = `http://127.0.0.1:${port}`
export const dataDir = path.join(os.tmpdir(), `supervision-e2e-${port}`)
/** What the system sent, one message a line: the mailboxes of everybody. */
export const mailFile = `${dataDir}.mail`
