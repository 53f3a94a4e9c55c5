/** For test files: the whole stack on the fixture, in this process, on a data folder of its own. */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { startStack, type Stack } from '../stack.ts'
import { fixtureDir } from './fixture-dir.ts'

export function temporaryDir(): string {
  return fs.mkdtempSync(path.join(os.tmpdir(), 'stack-test-'))
}

export interface StackFixture {
  stack: Stack
  dir: string
  logged: string[]
  client(key?: string): SupabaseClient
  /** Signed up and in. */
  signedIn(email: string): Promise<SupabaseClient>
  stop(): Promise<void>
}

export async function startFixtureStack(): Promise<StackFixture> {
  const dir = temporaryDir()
  const logged: string[] = []
  const stack = await startStack({ dataDir: path.join(dir, 'data'), port: 0, workdir: fixtureDir, log: (line) => logged.push(line) })
  const clients: SupabaseClient[] = []
  const client = (key = stack.publishableKey) => {
    const made = createClient(stack.url, key, { auth: { persistSession: false, autoRefreshToken: false } })
    clients.push(made)
    return made
  }
  return {
    stack,
    dir,
    logged,
    client,
    async signedIn(email) {
      const made = client()
      const { error } = await made.auth.signUp({ email, password: 'Correct-horse-7', options: { data: { invitation_code: 'welcome' } } })
      if (error) throw error
      return made
    },
    async stop() {
      await Promise.all(clients.map((made) => made.removeAllChannels()))
      await stack.stop()
      fs.rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Waits for something that comes about by itself. */
export async function eventually<Result>(check: () => Promise<Result | undefined> | Result | undefined, timeoutMs = 30_000): Promise<Result> {
  const deadline = Date.now() + timeoutMs
  for (;;) {
    const result = await check()
    if (result !== undefined && result !== false) return result
    if (Date.now() > deadline) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 30))
  }
}
