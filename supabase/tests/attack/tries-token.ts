/** Tokens that nobody issued, that are no longer good, or that claim more than they were given. */
import { attackerOf, claimsOf, signed, SECRET, tokenOf } from './attackers.ts'
import type { Answer, Attacker, Try } from './types.ts'

const part = (value: unknown) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url')

function forged(): [what: string, token: string][] {
  const victim = attackerOf('handler.county-market')
  const claims = claimsOf(victim)
  const service = { ...claims, role: 'service_role' }
  const good = tokenOf(victim) ?? ''
  const [head = '', body = '', signature = ''] = good.split('.')
  const hour = 3600_000
  return [
    ['another secret', signed(claims, 'another-secret-that-is-long-enough-too')],
    ['an empty secret', signed(claims, '\0')],
    ['service, another secret', signed(service, 'another-secret-that-is-long-enough-too')],
    ['expired', signed(claimsOf(victim, Date.now() - 3 * hour))],
    ['not yet valid', signed({ ...claims, nbf: Math.floor(Date.now() / 1000) + 3600 })],
    ['no algorithm', `${part({ alg: 'none', typ: 'JWT' })}.${body}.`],
    ['no algorithm, signed', `${part({ alg: 'None' })}.${body}.${signature}`],
    ['another algorithm', signed(claims, SECRET, { alg: 'HS512', typ: 'JWT' })],
    ['asymmetric', signed(claims, SECRET, { alg: 'RS256', typ: 'JWT', jwk: { kty: 'oct', k: part(SECRET) } })],
    ['a key by its name', signed(claims, SECRET.slice(1), { alg: 'HS256', kid: '../../dev/null' })],
    ['no signature', `${head}.${body}`],
    ['an empty signature', `${head}.${body}.`],
    ['half a signature', `${head}.${body}.${signature.slice(0, 20)}`],
    ['other claims under the signature', `${head}.${part(service)}.${signature}`],
    ['no JSON', `${head}.${part('{')}.${signature}`],
    ['five parts', `${good}.x.y`],
    ['a word', 'x'],
    ['nothing', ''],
    ['long', 'x.'.repeat(4000)],
    ['the role of a person as key', 'service_role'],
    ['a secret key that is none', 'sb_secret_embedded'],
  ]
}

/** Signed with the right secret, and still more than any sign-in gives. */
const swollen = (attacker: Attacker): [what: string, token: string][] => [
  ['a role of the database', signed({ ...claimsOf(attacker), role: 'postgres' })],
  ['the role of the platform', signed({ ...claimsOf(attacker), role: 'supabase_admin' })],
  ['a role that is none', signed({ ...claimsOf(attacker), role: 'x"; reset role; --' })],
  ['a role that is no text', signed({ ...claimsOf(attacker), role: { name: 'service_role' } })],
  ['a subject that is none', signed({ ...claimsOf(attacker), sub: 'x' })],
  ['a subject that is no text', signed({ ...claimsOf(attacker), sub: { $ne: null } })],
]

const isDenied = ({ status, text }: Answer) => (status < 400 && text !== '[]' ? `is taken for good: ${status} ${text.slice(0, 80)}` : undefined)

export function tokenTries(anon: Attacker, stranger: Attacker): Try[] {
  const tries: Try[] = []
  const places: Pick<Try, 'method' | 'path' | 'body'>[] = [
    { method: 'GET', path: '/rest/v1/work_items?select=*' },
    { method: 'POST', path: '/rest/v1/rpc/my_session', body: '{}' },
    { method: 'GET', path: '/auth/v1/user' },
    { method: 'PUT', path: '/auth/v1/user', body: '{"password":"Correct-horse-7"}' },
    { method: 'POST', path: '/storage/v1/object/list/attachments', body: '{"prefix":"","limit":100}' },
  ]
  for (const place of places)
    for (const [what, token] of forged())
      tries.push({ ...place, name: `token: ${what}`, attacker: anon, token, writesNothing: true, wrong: isDenied })
  for (const place of places.slice(0, 3))
    for (const [what, token] of swollen(stranger))
      tries.push({ ...place, name: `token: ${what}`, attacker: stranger, token, writesNothing: true, wrong: isDenied })
  for (const [what, headers] of [
    ['a token in the key', { apikey: signed({ role: 'service_role' }, 'another-secret-that-is-long-enough-too') }],
    ['a word as key', { apikey: 'service_role' }],
    ['another scheme', { authorization: `Basic ${Buffer.from('service_role:x').toString('base64')}` }],
    ['two tokens', { authorization: `Bearer x, Bearer ${tokenOf(stranger)}` }],
  ] as [string, Record<string, string>][])
    tries.push({
      name: `token: ${what}`,
      attacker: stranger,
      token: null,
      method: 'GET',
      path: '/rest/v1/work_items?select=*',
      headers,
      wrong: isDenied,
    })
  return tries
}
