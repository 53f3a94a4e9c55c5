/** Files and accounts: what the storage and the auth service would do for somebody else. */
import type { Answer, Attacker, Try } from './types.ts'

const opened = ({ status, text }: Answer) => (status < 300 ? `is let through with ${status} ${text.slice(0, 80)}` : undefined)

export function storageTries(attacker: Attacker, paths: string[]): Try[] {
  const json = { 'content-type': 'application/json' }
  const of = (what: string, method: string, path: string, body?: unknown, more: Partial<Try> = {}): Try => ({
    name: `storage: ${what}`,
    attacker,
    method,
    path: `/storage/v1/${path}`,
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body), headers: json }),
    writesNothing: true,
    wrong: opened,
    ...more,
  })
  const hidden = paths.filter((path) => !path.startsWith('/')).slice(0, 2)
  const told: Partial<Try> = { wrong: () => undefined }
  return [
    ...hidden.flatMap((path) => [
      of('a file of another', 'GET', `object/attachments/${path}`),
      of('a file as a signed-in person', 'GET', `object/authenticated/attachments/${path}`),
      of('a file in public', 'GET', `object/public/attachments/${path}`),
      of('what is known of a file', 'GET', `object/info/attachments/${path}`),
      of('whether there is one', 'HEAD', `object/attachments/${path}`),
      of('sign', 'POST', `object/sign/attachments/${path}`, { expiresIn: 3600 }),
      of('open what is signed wrong', 'GET', `object/sign/attachments/${path}?token=x.y.z`),
      of('sign an upload', 'POST', `object/upload/sign/attachments/${path}`, {}),
      of('replace', 'PUT', `object/attachments/${path}`, 'x', { headers: { 'content-type': 'image/png', 'x-upsert': 'true' } }),
      of('delete', 'DELETE', `object/attachments/${path}`),
      of('a picture of it', 'GET', `render/image/authenticated/attachments/${path}?width=1`),
    ]),
    of('sign many', 'POST', 'object/sign/attachments', { expiresIn: 60, paths: [...hidden, '../x'] }, told),
    of('move', 'POST', 'object/move', { bucketId: 'attachments', sourceKey: hidden[0] ?? 'x', destinationKey: 'mine' }),
    of('copy', 'POST', 'object/copy', { bucketId: 'attachments', sourceKey: hidden[0] ?? 'x', destinationKey: 'mine' }),
    of('delete many', 'DELETE', 'object/attachments', { prefixes: [...hidden, ''] }, told),
    of('upload', 'POST', 'object/attachments/complaint_case/x.png', 'x', { headers: { 'content-type': 'image/png' } }),
    of('upload over', 'POST', 'object/attachments/x', 'x', { headers: { 'content-type': 'image/png', 'x-upsert': 'true' } }),
    of('list', 'POST', 'object/list/attachments', { prefix: '', limit: 1000 }, told),
    of('list upwards', 'POST', 'object/list/attachments', { prefix: '../', search: '%' }, told),
    of('list with NUL', 'POST', 'object/list/attachments', '{"prefix":"\\u0000","limit":-1}', told),
    of('buckets', 'GET', 'bucket', undefined, told),
    of('a bucket', 'POST', 'bucket', { id: 'mine', name: 'mine', public: true }),
    of('make it public', 'PUT', 'bucket/attachments', { public: true }),
    of('empty it', 'POST', 'bucket/attachments/empty'),
    of('drop it', 'DELETE', 'bucket/attachments'),
    of('upwards', 'GET', 'object/attachments/..%2f..%2fsecrets.json'),
    of('upwards twice', 'GET', 'object/attachments/..%252f..%252fsecrets.json'),
    of('an absolute path', 'GET', 'object/attachments/%2fetc%2fpasswd'),
    of('NUL', 'GET', 'object/attachments/%00'),
    of('half a character', 'GET', 'object/attachments/%ED%A0%80'),
    of('a broken code', 'GET', 'object/attachments/%'),
    of('a resumable upload', 'POST', 'upload/resumable', '', { headers: { 'tus-resumable': '1.0.0', 'upload-length': '1' } }),
  ]
}

export function accountTries(attacker: Attacker): Try[] {
  const victim = 'handler.county-market@test.local'
  const of = (what: string, method: string, path: string, body?: unknown): Try => ({
    name: `account: ${what}`,
    attacker,
    method,
    path: `/auth/v1/${path}`,
    body: body === undefined ? undefined : JSON.stringify(body),
    writesNothing: true,
    wrong: opened,
    bears: /"message":"Database error saving new user"/,
  })
  return [
    of('all', 'GET', 'admin/users'),
    of('one', 'POST', 'admin/users', { email: 'x@test.local', password: 'Correct-horse-7' }),
    of('a link', 'POST', 'admin/generate_link', { type: 'magiclink', email: victim }),
    of('a hidden letter', 'GET', '%61dmin/users'),
    of('up and down', 'GET', 'user/../admin/users'),
    of('an invitation', 'POST', 'invite', { email: 'x@test.local' }),
    of('a code', 'POST', 'otp', { email: victim, create_user: true }),
    of('a new password', 'POST', 'recover', { email: victim }),
    of('a code that is none', 'POST', 'verify', { type: 'email', email: victim, token: '000000' }),
    of('another provider', 'GET', 'authorize?provider=github'),
    of('without an invitation', 'POST', 'signup', { email: 'x@test.local', password: 'Correct-horse-7' }),
    of('with an invitation that is none', 'POST', 'signup', {
      email: victim,
      password: 'Correct-horse-7',
      data: { invitation_code: 'x', role: 'service_role' },
    }),
    of('without a name', 'POST', 'signup', {}),
    of('with a wrong password', 'POST', 'token?grant_type=password', { email: victim, password: 'Correct-horse-7' }),
    of('with a list for a password', 'POST', 'token?grant_type=password', { email: [victim], password: { $ne: '' } }),
    of('with NUL', 'POST', 'token?grant_type=password', { email: `\0${victim}`, password: '\0' }),
    of('with a refresh token that is none', 'POST', 'token?grant_type=refresh_token', { refresh_token: 'x' }),
    of('with a token of another provider', 'POST', 'token?grant_type=id_token', { provider: 'google', id_token: 'x' }),
    of('another address', 'PUT', 'user', { email: 'x@test.local' }),
    of('other metadata', 'PUT', 'user', { password: 'Correct-horse-8', data: { role: 'service_role' } }),
  ]
}
