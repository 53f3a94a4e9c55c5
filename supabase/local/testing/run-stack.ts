/** A process of its own for the tests of life and death: runs the stack, on the fixture if not told otherwise; says when it is ready. */
import { messageOf, StackError } from '../errors.ts'
import { startStack, type StackOptions } from '../stack.ts'
import { fixtureDir } from './fixture-dir.ts'

const options = JSON.parse(process.argv[2] ?? '') as Pick<StackOptions, 'dataDir' | 'port' | 'site' | 'workdir' | 'empty'>
const say = (value: object) => console.log(JSON.stringify(value))

try {
  const stack = await startStack({
    workdir: fixtureDir,
    ...options,
    log: (line) => say({ log: line }),
    onFailure: (error) => {
      say({ failed: error.message })
      process.exit(2)
    },
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stack.stop().then(() => process.exit(0)))
  say({ ready: { url: stack.url, dbUrl: stack.dbUrl, secretKey: stack.secrets.secretKey, isNew: stack.isNew, ...stack.pids() } })
} catch (error) {
  say({ error: messageOf(error), remedy: error instanceof StackError ? error.remedy : undefined })
  process.exit(1)
}
