/** Whether an answer is a way in or down. */
import { telling, type Model } from './model.ts'
import type { Answer, Change, Try } from './types.ts'

/** Files, lines of programs, texts of statements: of no use to anybody but who looks for a way. */
const INTERNAL = /\bat \S+ \(|\.(ts|js|mjs|sql):\d+|node_modules|file:\/\/|PL\/pgSQL|SQL statement "|\bwith pgrst_|syntax error at or near/i

const asked = ({ path, body = '', headers = {} }: Try) => {
  let decoded = path
  try {
    decoded = decodeURIComponent(path)
  } catch {
    // Written wrong on purpose.
  }
  const all = `${path} ${decoded} ${body} ${Object.values(headers).join(' ')}`
  // `eq.<id>` is one word, the id alone another.
  return new Set([...telling(all), ...telling(all.replace(/[.@]/g, ' ')), ...telling(all.replace(/\b(eq|not|in|like)\./g, ' '))])
}

/** What an entitled call tells is known from then on. */
export function learn(model: Model, one: Try, answer: Answer): void {
  if (!one.isEntitled || answer.status >= 300) return
  const hidden = model.hidden(one.attacker)
  for (const word of telling(answer.text)) hidden.delete(word)
}

/** Rows that an answer says there are. */
const totalOf = ({ headers }: Answer) => Number(/\/(\d+)$/.exec(headers.get('content-range') ?? '')?.[1] ?? 0)

export function faults(model: Model, one: Try, answer: Answer): string[] {
  const found: string[] = []
  const hidden = model.hidden(one.attacker)
  const own = asked(one)
  const told = telling(`${answer.text} ${[...answer.headers].map(([name, value]) => (name === 'x-request-id' ? '' : value)).join(' ')}`)
  const leaked = one.isEntitled ? undefined : told.find((word) => hidden.has(word) && !own.has(word))
  if (leaked) found.push(`tells ${leaked}`)
  if (answer.status >= 500 && !one.bears?.test(answer.text)) found.push(`goes down with ${answer.status} ${answer.text.slice(0, 200)}`)
  const internal = INTERNAL.exec(answer.text)
  if (internal && answer.status >= 400) found.push(`tells of its inside: ${answer.text.slice(Math.max(0, internal.index - 60), internal.index + 80)}`)
  const wrong = one.wrong?.(answer)
  if (wrong) found.push(wrong)
  return found
}

/** Whether the answer counts more rows than the attacker may see. */
export const countsOver =
  (most: number) =>
  (answer: Answer): string | undefined =>
    totalOf(answer) > most ? `counts ${totalOf(answer)} rows where ${most} may be seen` : undefined

/** Records of what was tried are no damage; everything else is, when it was not to be, or carries what is another's. */
const RECORDS = /^(private\.(audit_log|audit_\w+|outbox\w*|realtime_topics|quota_counts)|auth\.(audit_log_entries|sessions|refresh_tokens))$/

export function damage(model: Model, one: Try, changes: Change[]): string[] {
  if (one.isEntitled) return []
  const hidden = model.hidden(one.attacker)
  return changes
    .filter(({ relation }) => !RECORDS.test(relation))
    .flatMap(({ relation, operation, row }) => {
      const foreign = relation.startsWith('public.') ? telling(row).find((word) => hidden.has(word) && !one.granted?.includes(word)) : undefined
      return one.writesNothing || foreign ? [`writes: ${operation} on ${relation} ${foreign ?? ''} ${row.slice(0, 160)}`] : []
    })
}

export const describe = (one: Try, fault: string) =>
  `${one.attacker.key}: ${one.name}: ${fault} — ${one.method} ${one.path.slice(0, 300)}${one.body ? ` ${one.body.slice(0, 200)}` : ''}`
