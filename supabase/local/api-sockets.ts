/** Where the processes of the API listen: known before they are, to whoever may ask them without the gateway. */
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export interface ApiSockets {
  /** One for each process. */
  readonly paths: string[]
  remove(): void
}

/** Short, since the name of a socket has room for about a hundred letters; closed to everybody else. */
export function makeApiSockets(count: number): ApiSockets {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'api-'))
  return {
    paths: Array.from({ length: count }, (_unused, index) => path.join(folder, String(index))),
    remove: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
