/** For test files: the stack as a process that can be killed. */
import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline'

interface Ready {
  url: string
  dbUrl: string
  secretKey: string
  isNew: boolean
  postgres: number
  deno: number
  api: number[]
}

interface Said {
  ready?: Ready
  error?: string
  remedy?: string
  failed?: string
  log?: string
}

export interface StackChild {
  process: ChildProcess
  /** What it said first: ready, or why not. */
  outcome: Said
  said: Said[]
  /** Ends it and gives the exit code. */
  end(signal: NodeJS.Signals): Promise<number | null>
}

const script = path.join(import.meta.dirname, 'run-stack.ts')

export interface ChildOptions {
  port?: number
  site?: string
  /** Another folder than the fixture, e.g. the project itself. */
  workdir?: string
  empty?: boolean
  /** Keeps what it complains of to itself, where complaints are expected by the hundred. */
  quiet?: boolean
}

export async function runStack(dataDir: string, { quiet = false, ...options }: ChildOptions = {}): Promise<StackChild> {
  const child = spawn(process.execPath, [script, JSON.stringify({ port: 0, ...options, dataDir })], {
    stdio: ['ignore', 'pipe', quiet ? 'ignore' : 'inherit'],
  })
  const said: Said[] = []
  const ended = once(child, 'exit')
  const outcome = await new Promise<Said>((resolve) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      const entry = JSON.parse(line) as Said
      said.push(entry)
      if (entry.ready || entry.error) resolve(entry)
    })
    void ended.then(() => resolve({ error: 'ended without a word' }))
  })
  return {
    process: child,
    outcome,
    said,
    async end(signal) {
      child.kill(signal)
      const [code] = (await ended) as [number | null]
      return code
    },
  }
}

export function readyOf({ outcome }: StackChild): Ready {
  if (!outcome.ready) throw new Error(`not ready: ${outcome.error ?? ''}`)
  return outcome.ready
}

/** Every process below that one, on Linux. */
export function descendants(pid: number): number[] {
  const children = new Map<number, number[]>()
  for (const entry of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = fs.readFileSync(`/proc/${entry}/stat`, 'utf8')
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
      children.set(parent, [...(children.get(parent) ?? []), Number(entry)])
    } catch {
      // It ended while we looked.
    }
  }
  const found: number[] = []
  for (const queue = [pid]; queue.length > 0;) {
    const below = children.get(queue.pop() ?? 0) ?? []
    found.push(...below)
    queue.push(...below)
  }
  return found
}
