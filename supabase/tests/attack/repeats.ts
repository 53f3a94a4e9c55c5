/** People with rights who do one thing twice: with an old version, with a used key and other contents, all at once. */
import { everybody } from './attackers.ts'
import { damage, describe, faults } from './judge.ts'
import { expectation, type ProofCall } from './proof-calls.ts'
import type { Known } from './run.ts'
import type { Stage } from './stage.ts'
import type { Callable } from './targets.ts'
import { some, type Attacker, type Change, type Report, type Try } from './types.ts'

const AT_ONCE = 8

interface Doing {
  attacker: Attacker
  one: Callable
  call: ProofCall
  version: string
  key: string
}

/** Functions that take a version and a key, with calls that the matrix says must go well; one a record. */
function doings({ model, targets, calls }: Known, count: number, roll: () => number): Doing[] {
  return targets.functions.flatMap((one) => {
    const version = one.args.find(({ name, type }) => name.includes('version') && type === 'integer')?.name
    const key = one.args.find(({ name, type }) => name.endsWith('key') && type === 'uuid')?.name
    if (!version || !key) return []
    const all = everybody.flatMap((attacker) =>
      (calls.get(one.name) ?? []).flatMap((call) =>
        expectation(model.oracle, attacker, one.name, call) === 'ok' ? [{ attacker, one, call, version, key }] : [],
      ),
    )
    const ofRecord = new Map(some(all, count * 20, roll).map((each) => [JSON.stringify(each.call.args[one.args[0]?.name ?? '']), each]))
    return some([...ofRecord.values()], count, roll)
  })
}

export async function repeat(stage: Stage, known: Known, report: Report, count: number, roll: () => number): Promise<void> {
  const ask = async (tries: Try[]): Promise<{ statuses: number[]; changes: Change[] }> => {
    const answers = await Promise.all(tries.map((one) => stage.send(one)))
    const changes = await stage.changes()
    report.tries += tries.length
    answers.forEach(({ id, answer }, i) => {
      const one = tries[i]
      if (!one) return
      report.answers[answer.status] = (report.answers[answer.status] ?? 0) + 1
      const written = damage(
        known.model,
        one,
        changes.filter((change) => change.try === id),
      )
      for (const fault of [...faults(known.model, one, answer), ...written.slice(0, 1)]) report.findings.push(describe(one, fault))
    })
    return { statuses: answers.map(({ answer }) => answer.status), changes }
  }
  for (const { attacker, one, call, version, key } of doings(known, count, roll)) {
    const of = (what: string, args: Record<string, unknown>, more: Partial<Try> = {}): Try => ({
      name: `${one.name}: ${what}`,
      attacker,
      method: 'POST',
      path: `/rest/v1/rpc/${one.name}`,
      body: JSON.stringify({ ...call.args, ...args }),
      ...more,
    })
    const refused: Partial<Try> = {
      writesNothing: true,
      wrong: ({ status }) => (status < 400 ? `is done with ${status}` : undefined),
    }
    const now = Number(call.args[version])
    await ask(
      [now - 1, now + 1, null, 2147483647].map((stale) => of(`with version ${stale}`, { [version]: stale, [key]: crypto.randomUUID() }, refused)),
    )
    const { statuses, changes } = await ask(Array.from({ length: AT_ONCE }, () => of('the same at once', {}, { isEntitled: true })))
    const done = changes.filter(({ relation, operation }) => relation === 'private.idempotency_keys' && operation === 'INSERT').length
    // The state may have moved by what was done before: then nothing was done, and nothing is to be repeated.
    if (done > 1) report.findings.push(describe(of('the same at once', {}), `is done ${done} times`))
    if (!statuses.includes(200)) continue
    report.answers.repeated = (report.answers.repeated ?? 0) + 1
    const payload = one.args.find(({ type }) => type === 'jsonb')?.name
    if (payload)
      await ask([of('another content under the same key', { [payload]: { ...(call.args[payload] as object), note: '另一份内容' } }, refused)])
  }
}

/** Many at once, within what a small office could send: nobody may be turned away, let alone everybody. */
export const crowd = (attacker: Attacker, size: number): Try[] =>
  Array.from({ length: size }, (_, i): Try =>
    i % 2 === 0
      ? { name: 'crowd: reads', attacker, method: 'GET', path: '/rest/v1/work_items?select=*,work_events(*),work_terms(*)&limit=200' }
      : {
          name: 'crowd: writes',
          attacker,
          method: 'POST',
          path: '/rest/v1/rpc/save_view',
          body: JSON.stringify({ p_list: 'cases', p_name: `第 ${i % 4} 个`, p_query: 'late=true', p_is_default: true }),
        },
  )
