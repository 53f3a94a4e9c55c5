/** Sessions, second factors and recovery codes, by the RPCs that the pages call. */
import { describe, expect, it } from 'vitest'
import { passwordSession, personOf } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const who = 'handler.county-market'
const id = personOf(who).id
const admin = 'system_admin.county-coordination'

const log = (condition: string) =>
  session.read('postgres', `select actor, table_name, row_key, op from private.audit_log where ${condition} order by id`)
const setUp = (officer: string) =>
  session.act(
    'postgres',
    `insert into auth.mfa_factors (id, user_id, factor_type, status, secret, created_at, updated_at) values ($1, $1, 'totp', 'verified', 'X', now(), now())
     on conflict do nothing`,
    [officer],
  )
const sees = async (one: string) => Number((await session.read(one, 'select count(*) from public.complaint_cases'))[0]?.count)

describe('a session', () => {
  it('that was ended is nobody, though its token still runs', async () => {
    const other = 'reviewer.county-market'
    expect(await sees(`password:${other}`)).toBeGreaterThan(0)
    await session.act(other, 'select public.end_session($1)', [passwordSession(personOf(other).id)])
    expect(await sees(`password:${other}`)).toBe(0)
    expect(await session.read(`password:${other}`, 'select * from public.my_session()')).toEqual([])
    expect(await session.read(`password:${other}`, 'select * from public.work_notifications')).toEqual([])
    expect(await session.refusal(`password:${other}`, `select public.set_absence($1, '2030-01-01', '2030-01-02')`, [id])).not.toBe('ok')
    expect(await sees(other)).toBeGreaterThan(0)
    expect(await log(`table_name = 'auth.sessions'`)).toMatchObject([{ actor: personOf(other).id, op: 'delete' }])
  })

  it('ends with the account that is disabled', async () => {
    const other = 'lead.county-market'
    await session.act(admin, 'select public.set_officer_active($1, false)', [personOf(other).id])
    await session.act(admin, 'select public.set_officer_active($1, true)', [personOf(other).id])
    expect(await sees(other)).toBe(0)
  })
})

describe('what needs a second factor', () => {
  it('is withheld from a password alone, and said to be', async () => {
    expect(await session.refusal(`password:${admin}`, `select public.set_officer_active($1, false)`, [id])).toBe('PT404 officer.not_found')
    const [mine] = await session.read(`password:${admin}`, 'select permissions, withheld, owes_second_factor from public.my_session()')
    expect(mine).toMatchObject({ owes_second_factor: false })
    expect(mine?.permissions).not.toContain('officer.invite')
    expect(mine?.withheld).toContain('officer.invite')
    expect(await session.refusal(admin, `select public.set_officer_active($1, false)`, [id])).toBe('ok')
  })

  it('is all of the account once there is one', async () => {
    const other = 'handler.county-environment'
    await setUp(personOf(other).id)
    expect(await sees(`password:${other}`)).toBe(0)
    const [mine] = await session.read(`password:${other}`, 'select name, permissions, owes_second_factor from public.my_session()')
    expect(mine).toMatchObject({ permissions: [], owes_second_factor: true })
    expect(await sees(other)).toBeGreaterThan(0)
  })
})

describe('recovery codes', () => {
  const other = 'second.county-market'
  const use = async (one: string, code: string) => (await session.act(one, 'select public.use_recovery_code($1) as answer', [code]))[0]?.answer

  it('are made with the factor given only, ten of them, and those before are void', async () => {
    await setUp(personOf(other).id)
    expect(await session.refusal(`password:${other}`, 'select * from public.new_recovery_codes()')).toBe('PT403 officer.second_factor_required')
    const [first] = await session.act(other, 'select c as code from public.new_recovery_codes() as c')
    const codes = (await session.act(other, 'select c as code from public.new_recovery_codes() as c')).map((row) => String(row.code))
    expect(new Set(codes).size).toBe(10)
    expect(await session.read('postgres', `select count(*)::int from private.officer_recovery_codes where code_hash = any ($1)`, [codes])).toEqual([
      { count: 0 },
    ])
    expect(await use(`password:${other}`, String(first?.code))).toBe('officer.recovery_code_wrong')
    // What is on record says that codes were made, and none of them.
    expect(
      await session.read('postgres', `select new_row from private.audit_log where table_name = 'private.officer_recovery_codes' and op = 'insert'`),
    ).toEqual([{ new_row: { codes: 10 } }, { new_row: { codes: 10 } }])
    await session.act('postgres', `delete from private.quota_counts`)
    expect(await use(`password:${other}`, ` ${String(codes[0]).toLowerCase()} `)).toBeNull()
    expect(await session.read('postgres', 'select * from auth.mfa_factors where user_id = $1', [personOf(other).id])).toEqual([])
    // The session of the lost device is over, this one goes on.
    expect(await sees(other)).toBe(0)
    expect(await sees(`password:${other}`)).toBeGreaterThan(0)
    expect(await session.refusal(`password:${other}`, 'select public.use_recovery_code($1)', [codes[1]])).toBe('PT409 officer.no_factor_owed')
  })

  it('cannot be guessed: five tries an hour, each on record', async () => {
    const one = 'factored.county-market'
    await session.act('postgres', `delete from private.quota_counts`)
    const answers: unknown[] = []
    for (let n = 0; n < 7; n += 1) answers.push(await use(`password:${one}`, `AAAA-AAAA-AAA${n}`))
    expect(answers).toEqual([...Array<string>(5).fill('officer.recovery_code_wrong'), 'quota.used_up', 'quota.used_up'])
    expect(await log(`actor = '${personOf(one).id}' and op = 'refused'`)).toHaveLength(7)
  })
})

describe('an administrator', () => {
  it('takes the factor of an officer away who lost all, not their own, and it is on record', async () => {
    const one = personOf('factored.county-market').id
    expect(await session.refusal('security_admin.county-coordination', 'select public.reset_second_factor($1)', [one])).not.toBe('PT403')
    expect(await session.refusal('system_admin.othercity-market', 'select public.reset_second_factor($1)', [one])).toBe('PT404 officer.not_found')
    await setUp(personOf(admin).id)
    expect(await session.refusal(admin, 'select public.reset_second_factor($1)', [personOf(admin).id])).toBe('PT403 officer.self_grant')
    await session.act(admin, 'select public.reset_second_factor($1)', [one])
    expect(await log(`table_name = 'auth.mfa_factors' and op = 'delete'`)).toMatchObject([{ actor: personOf(admin).id, row_key: one }])
    expect(await sees('factored.county-market')).toBe(0)
  })
})

describe('the hook', () => {
  const hear = async (valid: boolean, officer = id) =>
    (
      await session.act('postgres', `select private.on_second_factor_attempt($1) as answer`, [
        JSON.stringify({ user_id: officer, factor_id: officer, valid }),
      ])
    )[0]?.answer

  it('puts tries on record and ends them after ten in a quarter of an hour', async () => {
    await session.act('postgres', `delete from private.quota_counts`)
    for (let n = 0; n < 9; n += 1) expect(await hear(false)).toEqual({ decision: 'continue' })
    expect(await hear(true)).toEqual({ decision: 'continue' })
    expect(await hear(true)).toMatchObject({ decision: 'reject', message: '验证次数过多，请过一刻钟再试' })
    expect(await log(`table_name = 'auth.mfa_factors' and row_key = '${id}' and op = 'refused' and actor = 'system:auth'`)).toHaveLength(9)
    expect(await log(`table_name = 'auth.mfa_factors' and row_key = '${id}' and op = 'insert' and actor = '${id}'`)).toHaveLength(1)
  })
})
