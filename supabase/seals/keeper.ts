/** Keeps a copy up to date for as long as it runs, and says once what has gone wrong. */
import { setTimeout as delay } from 'node:timers/promises'
import { openCopy, type SealSource } from './copy.ts'

export interface Keeper {
  stop(): Promise<void>
}

export interface KeeperOptions {
  file: string
  source: SealSource
  everyMs?: number
  warn: (line: string) => void
}

export function startKeeper({ file, source, everyMs = 5000, warn }: KeeperOptions): Keeper {
  const stopping = new AbortController()
  async function run(): Promise<void> {
    const copy = openCopy(file, source)
    let said: string | undefined
    while (!stopping.signal.aborted) {
      const trouble = await copy.update().catch((error: unknown) => `封存没有取到：${error instanceof Error ? error.message : String(error)}`)
      if (trouble && trouble !== said && !stopping.signal.aborted) warn(trouble)
      said = trouble
      await delay(everyMs, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  }
  const running = run().catch((error: unknown) => warn(`封存副本 ${file} 无法写入：${error instanceof Error ? error.message : String(error)}`))
  return {
    stop: () => {
      stopping.abort()
      return running
    },
  }
}
