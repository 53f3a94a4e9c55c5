/** Edge functions with what their own pages never send; what they may do for a citizen takes more than an attacker guesses. */
import { signed } from './attackers.ts'
import { fieldsOf, functionNames } from './functions.ts'
import type { Model } from './model.ts'
import { HOSTILE } from './tries-call.ts'
import { some, type Answer, type Attacker, type Try } from './types.ts'

/** What everybody may have, and has of the page: the whole answer, whatever was sent. */
const OPEN: Record<string, RegExp> = {
  'new-challenge': /^\{"challenge":"\d+\.[0-9a-f]{32}"\}$/,
  'suggest-subject': /^\{"subjects":\[(\{"name":"[^"]*","regionName":"[^"]*","codeMasked":("..\*{4}.{4}"|null)\},?)*\]\}$/,
}

const opened =
  (name: string) =>
  ({ status, text }: Answer) =>
    status < 300 && !OPEN[name]?.test(text) ? `is let through with ${status} ${text.slice(0, 80)}` : undefined

function triesOf(model: Model, attacker: Attacker, name: string, roll: () => number): Try[] {
  const fields = fieldsOf(name)
  const ids = model.foreign(attacker).map(([, all]) => all[Math.floor(roll() * all.length)] ?? '')
  const post = (what: string, body: string, more: Partial<Try> = {}): Try => ({
    name: `${name}: ${what}`,
    attacker,
    method: 'POST',
    path: `/functions/v1/${name}`,
    body,
    writesNothing: true,
    wrong: opened(name),
    ...more,
  })
  const filled = (value: (field: string) => string) => `{${fields.map((field) => `"${field}":${value(field)}`).join(',')}}`
  const likely = (id: string) => (field: string) => (/id$/i.test(field) ? `"${id}"` : '"核实情况需要联系"')
  const form = { 'content-type': 'multipart/form-data; boundary=x' }
  return [
    ...ids.map((id) => post('the id of another', filled(likely(id)))),
    ...HOSTILE.map((json) =>
      post(
        `all = ${json.slice(0, 20)}`,
        filled(() => json),
      ),
    ),
    ...fields.flatMap((field) =>
      some(HOSTILE, 3, roll).map((json) =>
        post(
          `${field} = ${json.slice(0, 20)}`,
          filled((one) => (one === field ? json : likely(ids[0] ?? '')(one))),
        ),
      ),
    ),
    ...['', '{', '[]', 'null', '1', '"x"', '[[[[]]]]'].map((body) => post('no form', body)),
    post('a broken form', '--x\r\ncontent-disposition: form-data; name="form"\r\n\r\n{}', { headers: form }),
    post('an empty form', '--x--\r\n', { headers: form }),
    post('a form of NUL', '--x\r\ncontent-disposition: form-data; name="form"\r\n\r\n{"a":"\\u0000"}\r\n--x--\r\n', { headers: form }),
    post('a proof that is none', '{}', { headers: { 'x-proof': 'x', 'idempotency-key': '../x' } }),
    post('as the service', '{"item_ids":[]}', { token: signed({ role: 'service_role' }, 'another-secret-that-is-long-enough-too') }),
    post('as the outbox', '{}', { headers: { 'x-outbox': '1', 'x-forwarded-for': '127.0.0.1' } }),
    ...['PUT', 'DELETE', 'PATCH'].map((method) => post(`by ${method}`, '{}', { method })),
    { ...post('by GET', ''), method: 'GET', body: undefined },
  ]
}

export const functionTries = (model: Model, attacker: Attacker, count: number, roll: () => number): Try[] =>
  functionNames.flatMap((name) => some(triesOf(model, attacker, name, roll), count, roll))
