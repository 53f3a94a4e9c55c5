/** Three administrators are three persons: what one cannot do, what two can, and what the third hears of it. */
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../seed/uuid-of.ts'
import { addPerson } from './accounts.ts'
import { codeFor, signUp } from './mailbox.ts'
import { passwordSession, personOf, places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
// What the fixture left waiting is the matrix's.
await session.act('postgres', 'delete from private.officer_change_asks')
// And what nobody may hand out: with it, nobody could be made a security administrator.
await session.act('postgres', `delete from public.officer_role_permissions where permission_code = 'trial.withhold'`)
const system = 'system_admin.province-coordination'
const security = 'security_admin.province-coordination'
const audit = 'audit_admin.province-coordination'
const id = (key: string) => personOf(key).id
const reason = '该同志已调离本单位，按规定调整'
const ask = `select public.ask_officer_change($1, $2, $3, $4) as id`
const decide = `select public.decide_officer_change($1, $2, $3)`

const asked = async (who: string, officer: string, change: string, role: string | null = null) =>
  (await session.act(who, ask, [officer, change, reason, role]))[0]?.id as string
const outcome = async (ask: string) =>
  (await session.read('postgres', `select outcome, is_emergency from private.officer_change_asks where id = $1`, [ask]))[0]
const isActive = async (officer: string) =>
  (await session.read('postgres', `select is_active from public.officers where id = $1`, [officer]))[0]?.is_active
const holds = async (officer: string, role: string) =>
  (await session.read('postgres', `select 1 from public.officer_role_grants where officer_id = $1 and role_code = $2`, [officer, role])).length === 1
const notices = async (who: string, code: string) =>
  (await session.read(who, `select body from public.my_notifications where code = $1 order by id desc`, [code])).map((row) => String(row.body))

/** Another administrator at a coordinator, so that nobody is the last. */
async function another(role: string, regionCode: number) {
  const key = `${role}-${regionCode}-${Math.random().toString(36).slice(2, 8)}`
  const one = { id: uuidOf(key), email: `${key}@test.local`, name: '备员', title: '', regionCode, lineCode: 'coordination', roles: [role] }
  await addPerson(session.db, one)
  return one.id
}

const [market] = await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = 'market'`, [places.county])

describe('one person alone', () => {
  const county = (role: string) => id(`${role}.county-coordination`)

  it('makes no puppet: neither who grants nor who invites', async () => {
    const invite = `select * from public.invite_officer('puppet@test.local', '木偶', $1, '{handler}')`
    expect(await session.refusal(security, invite, [market?.id])).toBe('PT404 officer.not_found')
    await session.act(system, invite, [market?.id])
    await session.act('postgres', signUp, [uuidOf('puppet'), 'puppet@test.local', await codeFor(session, 'puppet@test.local')])
    await session.act('postgres', `insert into auth.sessions (id, user_id, aal) values ($1, $1, 'aal2')`, [uuidOf('puppet')])
    const stranger = `stranger:${uuidOf('puppet')}`
    expect((await session.read(stranger, `select permissions from public.my_session()`))[0]?.permissions).toEqual([])
    expect((await session.read(stranger, `select count(*)::int as n from public.complaint_cases`))[0]?.n).toBe(0)
    for (const sql of [`select public.grant_role($1, 'handler')`, `select public.ask_officer_change($1, 'grant', '${reason}', 'audit_admin')`])
      expect(await session.refusal(system, sql, [uuidOf('puppet')])).toBe('PT404 officer.not_found')
    for (const role of ['system_admin', 'security_admin', 'audit_admin'])
      expect(await session.refusal(security, `select public.grant_role($1, $2)`, [uuidOf('puppet'), role])).toBe('PT409 officer.needs_second')
  })

  it('touches no administrator: not their roles, not their account, not their second factor', async () => {
    for (const role of ['system_admin', 'security_admin', 'audit_admin']) {
      const target = county(role)
      expect(await session.refusal(security, `select public.revoke_role($1, $2)`, [target, role])).toBe('PT409 officer.needs_second')
      expect(await session.refusal(system, `select public.revoke_role($1, $2)`, [target, role])).toBe('PT404 officer.not_found')
      for (const active of [true, false]) {
        expect(await session.refusal(system, `select public.set_officer_active($1, $2)`, [target, active])).toBe('PT409 officer.needs_second')
        expect(await session.refusal(security, `select public.set_officer_active($1, $2)`, [target, active])).toBe('PT404 officer.not_found')
      }
      await session.act(
        'postgres',
        `insert into auth.mfa_factors (id, user_id, factor_type, status, secret, created_at, updated_at) values ($1, $1, 'totp', 'verified', 'X', now(), now())`,
        [target],
      )
      expect(await session.refusal(system, `select public.reset_second_factor($1)`, [target])).toBe('PT409 officer.needs_second')
      await session.act('postgres', `delete from auth.mfa_factors where user_id = $1`, [target])
    }
    expect(await session.refusal(system, `select public.set_officer_active($1, false)`, [id('handler.county-market')])).toBe('ok')
  })

  it('neither decides what they asked for, nor stands in for their like', async () => {
    const target = county('system_admin')
    const one = await asked(security, target, 'revoke', 'system_admin')
    expect(await session.refusal(security, decide, [one, true, ''])).toBe('PT403 officer.own_ask')
    expect(await session.refusal('security_admin.city-coordination', decide, [one, true, ''])).toBe('PT403 officer.same_duty')
    expect(await session.refusal('system_admin.county-coordination', decide, [one, true, ''])).toBe('PT403 officer.own_change')
    for (const who of ['lead.county-market', 'system_admin.sibling-market', 'audit_admin.othercity-market', `password:${audit}`])
      expect(await session.refusal(who, decide, [one, true, '']), who).toBe('PT404 officer.ask_not_found')
    expect(await session.refusal('anon', decide, [one, true, ''])).toMatch(/^42501/)
    expect(await session.refusal(system, `select public.withdraw_officer_change($1)`, [one])).toBe('PT404 officer.ask_not_found')
    await session.act(security, `select public.withdraw_officer_change($1)`, [one])
    // Whoever was told to decide hears that there is nothing left to decide, and whom it was about as well.
    for (const who of [audit, 'system_admin.county-coordination'])
      expect((await notices(who, 'officer_change_decided'))[0], who).toMatch(/^收回“系统管理员”.*申请人已撤回/)
    expect(await session.refusal(audit, decide, [one, true, ''])).toBe('PT409 officer.ask_decided')
    expect(await holds(target, 'system_admin')).toBe(true)
  })

  it.each([
    ['PT404 officer.not_found', system, 'audit_admin.county-coordination', 'revoke', 'audit_admin', reason],
    ['PT404 officer.not_found', security, 'audit_admin.county-coordination', 'disable', null, reason],
    ['PT404 officer.not_found', audit, 'system_admin.county-coordination', 'disable', null, reason],
    ['PT404 officer.not_found', 'system_admin.county-coordination', audit, 'disable', null, reason],
    ['PT403 officer.self_grant', system, system, 'disable', null, reason],
    ['PT409 officer.needs_no_second', system, 'handler.county-market', 'disable', null, reason],
    ['PT409 officer.needs_no_second', security, 'handler.county-market', 'revoke', 'handler', reason],
    ['PT409 officer.no_change', security, 'audit_admin.county-coordination', 'grant', 'audit_admin', reason],
    ['PT409 officer.no_change', security, 'norole.county-market', 'revoke', 'audit_admin', reason],
    ['PT409 officer.no_change', system, 'audit_admin.county-coordination', 'enable', null, reason],
    ['PT409 officer.no_change', system, 'audit_admin.county-coordination', 'reset_factor', null, reason],
    ['PT409 officer.duties_exclude', security, 'handler.county-market', 'grant', 'audit_admin', reason],
    ['PT422 officer.role_unknown', security, 'norole.county-market', 'grant', 'king', reason],
    ['PT422 officer.change_unknown', system, 'audit_admin.county-coordination', 'promote', null, reason],
    [
      'PT422 officer.reason_short',
      system,
      'audit_admin.county-coordination',
      'disable',
      null,
      '调离\u200b\u200b\u200b\u200b\u200b\u200b\u200b\u200b',
    ],
    ['PT409 officer.last_one', system, audit, 'disable', null, reason],
    ['PT409 officer.last_one', security, system, 'revoke', 'system_admin', reason],
  ])('is refused with %s when %s asks of %s: %s %s', async (refusal, who, officer, change, role, why) => {
    expect(await session.refusal(who, ask, [id(officer), change, why, role])).toBe(refusal)
  })
})

describe('two persons', () => {
  it('change an administrator, and the third hears of both steps', async () => {
    const target = id('system_admin.city-coordination')
    const one = await asked(security, target, 'revoke', 'system_admin')
    expect(await session.refusal(security, ask, [target, 'revoke', reason, 'system_admin'])).toBe('PT409 officer.already_asked')
    const listed = (who: string, open = true) =>
      session.read(who, `select blocked, is_own, outcome from public.officer_changes($1) where id = $2`, [open, one])
    expect(await listed(security)).toEqual([{ blocked: '不能核准自己的申请，请由另一员办理', is_own: true, outcome: null }])
    expect(await listed(system)).toEqual([{ blocked: null, is_own: false, outcome: null }])
    expect(await listed('audit_admin.othercity-market')).toEqual([])
    expect(await listed(`password:${audit}`)).toEqual([])
    for (const who of [system, audit, 'system_admin.city-coordination'])
      expect((await notices(who, 'officer_change_asked'))[0], who).toContain(`收回“系统管理员”：测试员（合肥市`)
    expect(await notices(security, 'officer_change_asked')).toEqual([])
    expect(await session.refusal(system, decide, [one, false, ' '])).toBe('PT422 officer.note_required')
    await session.act(system, decide, [one, true, '情况属实'])
    expect(await outcome(one)).toEqual({ outcome: 'done', is_emergency: false })
    expect(await holds(target, 'system_admin')).toBe(false)
    expect((await notices(audit, 'officer_change_decided'))[0]).toContain('已核准：情况属实')
    expect((await notices(security, 'officer_change_decided'))[0]).toContain('已核准')
    expect(await listed(audit, false)).toEqual([{ blocked: '该申请已经处理，请刷新查看', is_own: false, outcome: 'done' }])
    const back = await asked(security, target, 'grant', 'system_admin')
    await session.act(audit, decide, [back, true, ''])
    expect(await holds(target, 'system_admin')).toBe(true)
  })

  it('may also leave it as it is, with a reason', async () => {
    const target = id('security_admin.county-coordination')
    const one = await asked(system, target, 'disable')
    await session.act(audit, decide, [one, false, '仍在岗，不应停用'])
    expect(await isActive(target)).toBe(true)
    expect((await notices('security_admin.county-coordination', 'officer_change_decided'))[0]).toContain('未同意：仍在岗，不应停用')
  })

  it('disable and enable again, and reset a second factor', async () => {
    const target = id('security_admin.county-coordination')
    await session.act(audit, decide, [await asked(system, target, 'disable'), true, ''])
    expect(await isActive(target)).toBe(false)
    expect(await session.read('postgres', `select id from auth.sessions where user_id = $1`, [target])).toEqual([])
    await session.act(audit, decide, [await asked(system, target, 'enable'), true, ''])
    expect(await isActive(target)).toBe(true)
    const factor = `insert into auth.mfa_factors (id, user_id, factor_type, status, secret, created_at, updated_at) values ($1, $1, 'totp', 'verified', 'X', now(), now())`
    await session.act('postgres', factor, [target])
    await session.act(audit, decide, [await asked(system, target, 'reset_factor'), true, ''])
    expect(await session.read('postgres', `select id from auth.mfa_factors where user_id = $1`, [target])).toEqual([])
    await session.act('postgres', `insert into auth.sessions (id, user_id, aal) values ($1, $1, 'aal2'), ($2, $1, 'aal1')`, [
      target,
      passwordSession(target),
    ])
  })

  it('cannot reach the audit administrator past another one, nor make one of their own', async () => {
    const target = id('audit_admin.county-coordination')
    const disabling = await asked(system, target, 'disable')
    expect(await session.refusal(security, decide, [disabling, true, ''])).toBe('PT403 officer.audit_decides')
    await session.act(audit, decide, [disabling, true, ''])
    expect(await isActive(target)).toBe(false)
    const enabling = await asked(system, target, 'enable')
    expect(await session.refusal(security, decide, [enabling, true, ''])).toBe('PT403 officer.audit_decides')
    await session.act(audit, decide, [enabling, true, ''])
    await session.act('postgres', `insert into auth.sessions (id, user_id, aal) values ($1, $1, 'aal2')`, [target])
    const making = await asked(security, id('norole.county-market'), 'grant', 'audit_admin')
    expect(await session.refusal(system, decide, [making, true, ''])).toBe('PT403 officer.audit_decides')
    await session.act(audit, decide, [making, false, '审计人员由本级审计机关推荐'])
  })

  it('may in an emergency, where 审计 has nobody else: marked everywhere, and never for the last of the site', async () => {
    const target = id('audit_admin.county-coordination')
    const reached = await session.read(
      'postgres',
      `select w.id from private.officers_who_may('officer.confirm', (select org_id from public.officers where id = $1)) as w (id) where private.duty_of(w.id) = 'audit'`,
      [target],
    )
    const away = reached.map((row) => row.id as string).filter((one) => one !== target)
    expect(away.length).toBeGreaterThan(1)
    // Every other audit administrator who reaches the county is gone, and its own is to go.
    await session.act('postgres', `select private.apply_active(o, false) from unnest($1::uuid[]) as o`, [away])
    const one = await asked(system, target, 'disable')
    expect(await outcome(one)).toEqual({ outcome: null, is_emergency: true })
    expect((await notices('audit_admin.county-coordination', 'officer_change_asked'))[0]).toMatch(/^【应急核准】停用账号/)
    expect(await session.refusal('system_admin.city-coordination', decide, [one, true, ''])).toBe('PT403 officer.same_duty')
    await session.act(security, decide, [one, true, '本人失联，先行停用'])
    expect(await outcome(one)).toEqual({ outcome: 'done', is_emergency: true })
    expect((await notices(system, 'officer_change_decided'))[0]).toMatch(/^【应急核准】/)
    const [logged] = await session.read(
      'postgres',
      `select count(*)::int as n from private.audit_log where table_name = 'private.officer_change_asks' and row_key = $1 and op = 'insert' and new_row ->> 'is_emergency' = 'true'`,
      [one],
    )
    expect(logged?.n).toBe(1)
    await session.act('postgres', `select private.apply_active(o, true) from unnest($1::uuid[]) as o`, [[...away, target]])
    for (const officer of [...away, target])
      await session.act('postgres', `insert into auth.sessions (id, user_id, aal) values ($1, $1, 'aal2')`, [officer])
  })

  it('leave each duty one at the top whose time does not run out', async () => {
    const until = `select public.ask_officer_change($1, 'grant', '${reason}', 'audit_admin', now() + interval '1 hour')`
    expect(await session.refusal(security, until, [id(audit)])).toBe('PT409 officer.last_one')
    const second = await another('audit_admin', places.province)
    const one = await asked(system, id(audit), 'disable')
    await session.act('postgres', `update public.officer_role_grants set expires_at = now() + interval '1 day' where officer_id = $1`, [second])
    expect(await session.refusal(`stranger:${second}`, decide, [one, true, ''])).toBe('PT409 officer.last_one')
    await session.act('postgres', `update public.officer_role_grants set expires_at = null where officer_id = $1`, [second])
    expect(await session.refusal(`stranger:${second}`, decide, [one, true, ''])).toBe('ok')
    await session.act(system, `select public.withdraw_officer_change($1)`, [one])
  })
})

describe('an ask', () => {
  it('lapses, and ends with who asked', async () => {
    const target = id('system_admin.sibling-market')
    const asker = 'security_admin.city-coordination'
    const one = await asked(security, target, 'revoke', 'system_admin')
    await session.act('postgres', `update private.officer_change_asks set lapses_at = now() - interval '1 minute' where id = $1`, [one])
    expect(await session.refusal(audit, decide, [one, true, ''])).toBe('PT409 officer.ask_lapsed')
    expect((await session.read(audit, `select outcome from public.officer_changes(false) where id = $1`, [one]))[0]?.outcome).toBe('lapsed')
    const again = await asked(asker, target, 'revoke', 'system_admin')
    expect(await outcome(one)).toMatchObject({ outcome: 'lapsed' })
    await session.act('postgres', `delete from public.officer_role_grants where officer_id = $1`, [id(asker)])
    expect(await session.refusal(audit, decide, [again, true, ''])).toBe('PT409 officer.asker_gone')
    await session.act('postgres', `update private.officer_change_asks set lapses_at = now() - interval '1 minute' where id = $1`, [again])
    await session.act('postgres', `select private.lapse_officer_changes()`)
    expect(await outcome(again)).toMatchObject({ outcome: 'lapsed' })
  })
})
