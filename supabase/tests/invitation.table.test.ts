/** Invitations by a table: each row as if by hand, none twice, and a trial that leaves nothing. */
import { describe, expect, it } from 'vitest'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const system = 'system_admin.province-coordination'
const many = `select * from public.invite_officers($1, $2)`
const nameOf = async (region: number) =>
  (await session.read('postgres', `select name from public.orgs where region_code = $1 and line_code = 'market'`, [region]))[0]?.name as string
const [county, elsewhere] = [await nameOf(places.county), await nameOf(places.otherCounty)]
const row = (patch: Record<string, unknown>) => ({ name: '新人', email: 'new@test.local', title: '', org: county, roles: '', ...patch })
const table = (rows: unknown, isTrial = false) => [JSON.stringify(rows), isTrial]
const open = async () =>
  (await session.read('postgres', `select count(*)::int as n from public.officer_invitations where email like '%@table.local'`))[0]?.n
const messages = async () =>
  (await session.read('postgres', `select count(*)::int as n from private.messages where address like '%@table.local'`))[0]?.n

describe('a table of officers', () => {
  it('is for who may invite, and each row for who may invite there', async () => {
    for (const who of [
      'security_admin.province-coordination',
      'lead.county-market',
      'norole.county-market',
      'password:system_admin.province-coordination',
    ])
      expect(await session.refusal(who, many, table([row({})])), who).toBe('PT404 officer.not_found')
    expect(await session.refusal('anon', many, table([row({})]))).toMatch(/^42501/)
    const answers = await session.read(
      'system_admin.county-coordination',
      many,
      table([row({ email: 'a@table.local' }), row({ email: 'b@table.local', org: elsewhere })]),
    )
    expect(answers).toEqual([
      { n: 1, outcome: 'invited', field: null, message: null },
      { n: 2, outcome: 'refused', field: 'org', message: '没有找到该单位，或它不在您的管理范围' },
    ])
  })

  it.each([
    ['no list', { a: 1 }],
    ['too many rows', Array.from({ length: 201 }, () => row({}))],
  ])('is refused as a whole with %s', async (_name, rows) => {
    expect(await session.refusal(system, many, table(rows))).toBe('PT422 officer.table_unfit')
  })

  it.each([
    ['no name', { name: ' ' }, 'name'],
    ['no address', { email: '张三' }, 'email'],
    ['an address that has an account', { email: 'handler.county-market@test.local' }, 'email'],
    ['no body', { org: '' }, 'org'],
    ['an unknown body', { org: '不存在的局' }, 'org'],
    ['an unknown role', { roles: '国王' }, 'roles'],
    ['roles that exclude each other', { roles: '经办人、系统管理员' }, 'roles'],
    ['values that are no texts', { name: { a: 1 }, email: 7 }, 'email'],
  ])('says of a row with %s which column it is', async (_name, patch, field) => {
    const [answer] = await session.read(system, many, table([row(patch)]))
    expect(answer).toMatchObject({ outcome: 'refused', field, message: expect.stringMatching(/[\u4e00-\u9fff]/) })
  })

  it('takes a refused row as no reason to refuse the others, and roles as they are written', async () => {
    const rows = [row({ email: 'One@table.local', roles: '经办人，审核人' }), row({ email: 'bad' }), row({ email: 'two@table.local', title: '科员' })]
    expect((await session.act(system, many, table(rows))).map(({ outcome }) => outcome)).toEqual(['invited', 'refused', 'invited'])
    expect(
      await session.read(
        'postgres',
        `select email, role_codes, title from public.officer_invitations where email like '%@table.local' order by email`,
      ),
    ).toEqual([
      { email: 'one@table.local', role_codes: ['handler', 'reviewer'], title: '' },
      { email: 'two@table.local', role_codes: [], title: '科员' },
    ])
  })

  it('sent again invites nobody twice, also when two send it at once', async () => {
    const before = [await open(), await messages()]
    const again = await session.act(system, many, table([row({ email: 'ONE@table.local' }), row({ email: 'two@table.local' })]))
    expect(again.map(({ outcome }) => outcome)).toEqual(['repeated', 'repeated'])
    expect([await open(), await messages()]).toEqual(before)
    const other = await session.another()
    await session.db.query('begin')
    await session.db.query(`select pg_advisory_xact_lock(hashtextextended('invite_officers', 0))`)
    let isThrough = false
    const { rows: claims } = await session.db.query(
      `select f.id from public.officers as f join auth.users as u on u.id = f.id where u.email = 'system_admin.province-coordination@test.local'`,
    )
    await other.query(`select set_config('request.jwt.claims', $1, false)`, [
      JSON.stringify({ sub: claims[0].id, role: 'authenticated', session_id: claims[0].id }),
    ])
    const second = other
      .query('select * from private.invite_officers($1, false)', [JSON.stringify([row({ email: 'three@table.local' })])])
      .then((answer) => {
        isThrough = true
        return answer.rows
      })
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(isThrough).toBe(false)
    await session.db.query('rollback')
    expect(await second).toMatchObject([{ outcome: 'invited' }])
  })

  it('on trial answers the same and leaves nothing: no row, no message, no count', async () => {
    const state = () =>
      session.read(
        'postgres',
        `select (select count(*) from public.officer_invitations) as invitations, (select count(*) from private.messages) as messages,
           (select count(*) from private.outbox_events) as events, (select coalesce(sum(taken), 0) from private.quota_counts where bucket = 'invitation.table') as taken,
           (select count(*) from private.audit_log) as log`,
      )
    const before = await state()
    expect(
      (await session.act(system, many, table([row({ email: 'four@table.local' }), row({ email: '' })], true))).map(({ outcome }) => outcome),
    ).toEqual(['invited', 'refused'])
    expect(await state()).toEqual(before)
  })

  it('is counted by the day', async () => {
    await session.within('postgres', async (db) => {
      await db.query(`update private.quotas set amount = 1 where bucket = 'invitation.table'`)
      await db.query(`delete from private.quota_counts where bucket = 'invitation.table'`)
    })
    const answers = await session.read(system, many, table([row({ email: 'five@table.local' }), row({ email: 'six@table.local' })]))
    expect(answers).toMatchObject([{ outcome: 'invited' }, { outcome: 'refused', message: '发出的邀请过多，请过一会儿再试' }])
  })
})
