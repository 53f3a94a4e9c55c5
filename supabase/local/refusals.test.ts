/** What goes on record of a refused request, and what does not. */
import { beforeAll, beforeEach, expect, test } from 'vitest'
import { withClient } from './connections.ts'
import { clientOf, useFixture } from './testing/api.ts'

const { api, database } = await useFixture()
const client = clientOf(api.fetch)
const sql = <Row extends object>(text: string) => withClient(database.url, async (db) => (await db.query<Row>(text)).rows)
const heard = async () => (await sql<{ event: object }>('select event from private.refused order by at')).map((row) => row.event)
const id = '11111111-2222-4333-8444-555555555555'

let me = ''
beforeAll(async () => {
  await sql(`create table private.refused (at timestamptz default clock_timestamp(), event jsonb)`)
  await sql(`create function private.on_refused(event jsonb) returns void language sql security definer set search_path = '' as $$
    insert into private.refused (event) values (event) $$`)
  await sql(`create function public.refuse(p_id uuid, p_note text, p_status int) returns void language plpgsql set search_path = '' as $$
    begin raise exception using errcode = 'PT' || p_status, message = 'note.refused', hint = '没有找到'; end $$`)
  await sql(`grant execute on function public.refuse to anon, authenticated`)
  await api.reloadSchema()
  const { data } = await client.auth.signUp({
    email: 'one@example.cn',
    password: 'Correct-horse-7',
    options: { data: { invitation_code: 'welcome' } },
  })
  me = data.user?.id ?? ''
})
beforeEach(() => sql('truncate private.refused'))

test.each([403, 404])('%d of an officer, with the ids and without the texts', async (status) => {
  const { error } = await client.rpc('refuse', { p_id: id, p_note: '张三的电话', p_status: status })
  expect(error?.message).toBe('note.refused')
  expect(await heard()).toEqual([{ user_id: me, function: 'refuse', code: 'note.refused', ids: { p_id: id }, request_id: null }])
})

test('a table that is closed to the officer', async () => {
  await client.from('secrets').select()
  expect(await heard()).toMatchObject([{ user_id: me, function: 'secrets', code: '42501' }])
})

test('not a form that is filled in wrongly, an answer, or anybody without an account', async () => {
  await client.rpc('refuse', { p_id: id, p_note: '', p_status: 422 })
  await client.rpc('refuse', { p_id: id, p_note: '', p_status: 409 })
  await client.from('notes').select()
  await clientOf(api.fetch).rpc('refuse', { p_id: id, p_note: '', p_status: 404 })
  expect(await heard()).toEqual([])
})
