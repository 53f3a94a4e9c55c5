/** Keeps one part running: starts it again when it ends unasked, a little later each time it fails in a row. */
import { setTimeout as delay } from 'node:timers/promises'
import { messageOf } from './errors.ts'

export interface Running {
  readonly exited: Promise<void>
  stop(): Promise<void>
}

export interface Supervised<Part extends Running> {
  /** The running part, or undefined between two lives. */
  readonly current: Part | undefined
  /** Waits for a running part, at most that long. */
  ready(timeoutMs: number): Promise<Part | undefined>
  /** Ends the part on purpose and waits for the next life. */
  restart(): Promise<void>
  stop(): Promise<void>
}

export interface SuperviseOptions<Part extends Running> {
  name: string
  start: () => Promise<Part>
  log: (line: string) => void
  /** Called when the part has failed too often in a row; the stack then stops whole. */
  onGiveUp: (error: Error) => void
}

const MAX_FAILURES = 12
/** Who lived that long did start; what killed it came from outside. */
const HEALTHY_AFTER_MS = 1000
const SILENCE_MS = 5000

/** Resolves when the part runs for the first time; that first failure is the caller's to report. */
export async function supervise<Part extends Running>({ name, start, log, onGiveUp }: SuperviseOptions<Part>): Promise<Supervised<Part>> {
  let stopping = false
  let failures = 0
  let current: Part | undefined = await start()
  let wanted = false
  let waiters: ((part: Part) => void)[] = []

  async function revive(): Promise<void> {
    while (!stopping) {
      await delay(Math.min(25 * 2 ** failures, 5000))
      if (stopping) return
      try {
        const part = await start()
        if (stopping) return await part.stop()
        current = part
        waiters.forEach((resolve) => resolve(part))
        waiters = []
        log(`${name} 已重新启动`)
        return watch(part)
      } catch (error) {
        failures += 1
        log(`${name} 重新启动失败（第 ${failures} 次）：${messageOf(error)}`)
        if (failures >= MAX_FAILURES) return onGiveUp(new Error(`${name} 多次重新启动均告失败：${messageOf(error)}`, { cause: error }))
      }
    }
  }

  function watch(part: Part): void {
    const since = Date.now()
    void part.exited.then(() => {
      if (stopping) return
      current = undefined
      failures = wanted || Date.now() - since > HEALTHY_AFTER_MS ? 0 : failures + 1
      if (!wanted) log(`${name} 意外退出，正在重新启动`)
      wanted = false
      if (failures >= MAX_FAILURES) return onGiveUp(new Error(`${name} 接连退出 ${failures} 次`))
      return revive()
    })
  }

  watch(current)

  async function ready(timeoutMs: number): Promise<Part | undefined> {
    if (current || stopping) return current
    const late = new AbortController()
    try {
      return await Promise.race([new Promise<Part>((resolve) => waiters.push(resolve)), delay(timeoutMs, undefined, { signal: late.signal })])
    } finally {
      late.abort()
    }
  }

  return {
    get current() {
      return current
    },
    ready,
    async restart() {
      const part = current
      if (!part) return
      wanted = true
      await part.stop()
      current = current === part ? undefined : current
      await ready(30_000)
    },
    async stop() {
      stopping = true
      const part = current
      current = undefined
      await part?.stop()
    },
  }
}

/** Ends a part that is there and says nothing: what never lets go of the processor stops everybody else. */
export function endWhenSilent<Part extends Running & { kill(): void }>(
  part: Part,
  isAnswering: (part: Part, limitMs: number) => Promise<boolean>,
  onSilence: () => void,
): void {
  let misses = 0
  const timer = setInterval(async () => {
    misses = (await isAnswering(part, SILENCE_MS)) ? 0 : misses + 1
    if (misses < 2) return
    clearInterval(timer)
    onSilence()
    part.kill()
  }, SILENCE_MS)
  timer.unref()
  void part.exited.then(() => clearInterval(timer))
}
