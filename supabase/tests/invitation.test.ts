/** An account without power: who may invite, where the code goes, what joining gives, and who hears of it. */
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../seed/uuid-of.ts'
import { codeFor, messageTo, signUp } from './mailbox.ts'
import { personOf, places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const system = 'system_admin.province-coordination'
const security = 'security_admin.province-coordination'
const invite = `select * from public.invite_officer($1, '李四', $2, $3)`

async function orgId(region: number, line: string): Promise<string> {
  const [row] = await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [region, line])
  return row?.id as string
}
const market = await orgId(places.county, 'market')

async function invited(address: string, roles: string[] = ['handler'], by = system) {
  const [row] = await session.act(by, invite, [address, market, roles])
  return { id: row?.id as string, code: await codeFor(session, address), answer: row }
}

describe('inviting', () => {
  it('is for the system administrator of the body, and not for who grants roles', async () => {
    for (const who of [security, 'audit_admin.province-coordination', 'lead.county-market', 'norole.county-market'])
      expect(await session.refusal(who, invite, ['a@b.cn', market, []]), who).toBe('PT404 officer.not_found')
    expect(await session.refusal('anon', invite, ['a@b.cn', market, []])).toMatch(/^42501/)
    const elsewhere = await orgId(places.otherCounty, 'market')
    expect(await session.refusal('system_admin.county-coordination', invite, ['a@b.cn', elsewhere, []])).toBe('PT404 officer.not_found')
    expect(await session.refusal(system, invite, ['a@b.cn', market, ['handler']])).toBe('ok')
  })

  it.each([
    ['PT422 officer.email_invalid', ['no-mail', market, []]],
    ['PT409 officer.email_taken', ['handler.county-market@test.local', market, []]],
    ['PT422 officer.role_unknown', ['a@b.cn', market, ['king']]],
    ['PT422 officer.role_unknown', ['a@b.cn', market, [null]]],
    ['PT422 officer.duties_exclude', ['a@b.cn', market, ['handler', 'system_admin']]],
    ['PT422 officer.duties_exclude', ['a@b.cn', market, ['audit_admin', 'system_admin']]],
  ])('is refused with %s: %j', async (refusal, values) => {
    expect(await session.refusal(system, invite, values)).toBe(refusal)
  })

  it('answers no code, and keeps none that anybody could read', async () => {
    const { id, code, answer } = await invited('kept@test.local')
    expect(Object.keys(answer ?? {})).toEqual(['id', 'expires_at'])
    expect(code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){5}[2-9A-HJ-NP-Z]{4}$/)
    const texts = await session.read(
      'postgres',
      `select to_jsonb(i)::text as t from public.officer_invitations i where id = $1
       union all select payload::text from private.outbox_events union all select coalesce(old_row::text, '') || coalesce(new_row::text, '') from private.audit_log
       union all select body from public.work_notifications`,
      [id],
    )
    expect(texts.filter((row) => String(row.t).includes(code ?? '?'))).toEqual([])
    for (const who of [system, security, 'service', 'anon']) {
      expect(await session.refusal(who, `select * from private.messages`), who).toMatch(/^42501/)
      expect(await session.refusal(who, `select code_hash from public.officer_invitations`), who).toMatch(/^42501/)
    }
    for (const who of [system, 'anon'])
      expect(await session.refusal(who, `select * from public.take_message($1, 1, gen_random_uuid())`, [id]), who).toMatch(/^42501/)
  })

  it('is limited', async () => {
    const inviter = 'system_admin.city-coordination'
    await session.act('postgres', `update private.quotas set amount = 2 where bucket = 'invitation.send'`)
    await invited('q1@test.local', [], inviter)
    await invited('q2@test.local', [], inviter)
    expect(await session.refusal(inviter, invite, ['q3@test.local', market, []])).toBe('PT429 quota.used_up')
    await session.act('postgres', `update private.quotas set amount = 60 where bucket = 'invitation.send'`)
  })
})

describe('joining', () => {
  it('needs the code, and the mailbox it went to', async () => {
    const { code } = await invited('new1@test.local')
    const refusal = (email: string, given: string | null) => session.refusal('postgres', signUp, [uuidOf('new1'), email, given])
    expect(await refusal('new1@test.local', null)).toBe('PT403 officer.invitation_invalid')
    expect(await refusal('new1@test.local', 'AAAA-AAAA')).toBe('PT403 officer.invitation_invalid')
    expect(await refusal('other@test.local', code)).toBe('PT403 officer.invitation_invalid')
    expect(await refusal('new1@test.local', ` ${code?.toLowerCase()} `)).toBe('ok')
  })

  it('gives an account without any role, once, and tells who may grant', async () => {
    const { id, code } = await invited('new2@test.local')
    await session.act('postgres', signUp, [uuidOf('new2'), 'new2@test.local', code])
    const [officer] = await session.read(
      'postgres',
      `select f.org_id, (select count(*)::int from public.officer_role_grants g where g.officer_id = f.id) as grants from public.officers f where f.id = $1`,
      [uuidOf('new2')],
    )
    expect(officer).toEqual({ org_id: market, grants: 0 })
    expect(await session.refusal('postgres', signUp, [uuidOf('new2b'), 'new2@test.local', code])).not.toBe('ok')
    const told = await session.read(
      'postgres',
      `select officer_id from public.work_notifications where code = 'officer_waits' and body like '李四（%'`,
    )
    const heard = told.map((row) => row.officer_id)
    for (const place of ['county', 'city', 'province']) expect(heard).toContain(personOf(`security_admin.${place}-coordination`).id)
    expect(heard).not.toContain(personOf(system).id)
    const waiting = (who: string) =>
      session.read(who, `select officer_id, role_codes from public.waiting_officers() where officer_id = $1`, [uuidOf('new2')])
    expect(await waiting(security)).toEqual([{ officer_id: uuidOf('new2'), role_codes: ['handler'] }])
    for (const who of [system, 'lead.county-market', 'security_admin.othercity-market']) expect(await waiting(who), who).toEqual([])
    // Whoever opened the account does not give the role.
    expect(await session.refusal(system, `select public.grant_role($1, 'handler')`, [uuidOf('new2')])).toBe('PT404 officer.not_found')
    await session.act(security, `select public.grant_role($1, 'handler')`, [uuidOf('new2')])
    expect(await waiting(security)).toEqual([])
    await session.act(security, `select public.revoke_role($1, 'handler')`, [uuidOf('new2')])
    // Without a role again; what was proposed has been answered.
    expect(await waiting(security)).toEqual([{ officer_id: uuidOf('new2'), role_codes: [] }])
    expect(await session.refusal(system, `select public.resend_invitation($1)`, [id])).toBe('PT409 officer.invitation_over')
  })

  it('names whom to ask, the nearest first', async () => {
    const rows = await session.read('norole.county-market', `select org_name from public.my_grantors()`)
    expect(rows.length).toBeGreaterThan(2)
    expect(rows[0]?.org_name).toContain('庐阳区')
    expect(await session.read('disabled.county-market', `select * from public.my_grantors()`)).toEqual([])
  })

  it('is over after the invitation expired, was withdrawn, or lost its author', async () => {
    const late = await invited('late@test.local')
    await session.act('postgres', `update public.officer_invitations set expires_at = now() - interval '1 minute' where id = $1`, [late.id])
    expect(await session.refusal('postgres', signUp, [uuidOf('late'), 'late@test.local', late.code])).toBe('PT403 officer.invitation_invalid')
    const gone = await invited('gone@test.local')
    expect(await session.refusal('handler.county-market', `select public.withdraw_invitation($1)`, [gone.id])).toBe('PT404 officer.not_found')
    expect(await session.refusal(security, `select public.withdraw_invitation($1)`, [gone.id])).toBe('PT404 officer.not_found')
    await session.act(system, `select public.withdraw_invitation($1)`, [gone.id])
    expect((await messageTo(session, 'gone@test.local')).secret).toBeNull()
    expect(await session.refusal('postgres', signUp, [uuidOf('gone'), 'gone@test.local', gone.code])).toBe('PT403 officer.invitation_invalid')
    const author = 'system_admin.county-coordination'
    const orphan = await invited('orphan@test.local', [], author)
    expect(await session.refusal('postgres', signUp, [uuidOf('orphan'), 'orphan@test.local', orphan.code])).toBe('ok')
    await session.act('postgres', `select private.apply_active($1, false)`, [personOf(author).id])
    expect(await session.refusal('postgres', signUp, [uuidOf('orphan'), 'orphan@test.local', orphan.code])).toBe('PT403 officer.invitation_invalid')
    await session.act('postgres', `select private.apply_active($1, true)`, [personOf(author).id])
  })
})

describe('the message', () => {
  const lease = async (delivery: string) => {
    const [row] = await session.act(
      'postgres',
      `update private.outbox_deliveries set state = 'leased', lease = gen_random_uuid() where id = $1 returning lease`,
      [delivery],
    )
    return row?.lease as string
  }
  const state = async (id: string) =>
    (await session.read(system, `select delivery, delivery_error from public.open_invitations() where id = $1`, [id]))[0]

  it('is taken up by its lease only, and its code is wiped once sent', async () => {
    const { id, code } = await invited('mail@test.local')
    const message = await messageTo(session, 'mail@test.local')
    expect(await state(id)).toEqual({ delivery: 'waiting', delivery_error: null })
    const take = `select address, secret, params from public.take_message($1, $2, $3)`
    const held = await lease(message.delivery)
    expect(await session.read('service', take, [message.id, message.delivery, uuidOf('stale')])).toEqual([])
    const [taken] = await session.read('service', take, [message.id, message.delivery, held])
    expect(taken).toMatchObject({ address: 'mail@test.local', secret: code, params: { name: '李四', org: '庐阳区市场监督管理局' } })
    const settle = `select public.settle_message($1, $2, $3, $4) as ok`
    const [stale] = await session.act('service', settle, [message.id, message.delivery, uuidOf('stale'), null])
    expect(stale?.ok).toBe(false)
    await session.act('service', settle, [message.id, message.delivery, held, '邮件服务未答复'])
    expect(await state(id)).toEqual({ delivery: 'failed', delivery_error: '邮件服务未答复' })
    const again = await lease(message.delivery)
    await session.act('service', settle, [message.id, message.delivery, again, null])
    expect(await state(id)).toEqual({ delivery: 'sent', delivery_error: null })
    expect((await messageTo(session, 'mail@test.local')).secret).toBeNull()
    expect(await session.refusal('postgres', signUp, [uuidOf('mail'), 'mail@test.local', code])).toBe('ok')
  })

  it('is sent again with another code, so often a day; the old code is void and not sent any more', async () => {
    const { id, code } = await invited('again@test.local')
    const first = await messageTo(session, 'again@test.local')
    expect(await session.refusal(security, `select public.resend_invitation($1)`, [id])).toBe('PT404 officer.not_found')
    await session.act(system, `select public.resend_invitation($1)`, [id])
    const second = await messageTo(session, 'again@test.local')
    expect(second.id).not.toBe(first.id)
    expect(await session.read('postgres', `select secret from private.messages where id = $1`, [first.id])).toEqual([{ secret: null }])
    const held = await lease(first.delivery)
    expect(await session.read('service', `select * from public.take_message($1, $2, $3)`, [first.id, first.delivery, held])).toEqual([])
    expect(await session.refusal('postgres', signUp, [uuidOf('again'), 'again@test.local', code])).toBe('PT403 officer.invitation_invalid')
    expect(await session.refusal('postgres', signUp, [uuidOf('again'), 'again@test.local', second.secret])).toBe('ok')
    for (let n = 0; n < 4; n += 1) await session.act(system, `select public.resend_invitation($1)`, [id])
    expect(await session.refusal(system, `select public.resend_invitation($1)`, [id])).toBe('PT429 quota.used_up')
  })

  it('loses its code when the invitation has expired', async () => {
    await invited('expired-mail@test.local')
    const { id } = await messageTo(session, 'expired-mail@test.local')
    await session.act('postgres', `update private.messages set expires_at = now() - interval '1 minute' where id = $1`, [id])
    await session.act('postgres', `select private.message_chore()`)
    expect(await session.read('postgres', `select secret from private.messages where id = $1`, [id])).toEqual([{ secret: null }])
  })
})
