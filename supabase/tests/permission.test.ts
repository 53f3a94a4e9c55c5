import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import { uuidOf } from '../seed/uuid-of.ts'
import { claimsFor, passwordSession, people, personOf, places, roles } from './people.ts'
import { become, openSession } from './session.ts'

const session = await openSession()
const openConnection = () => session.another()
const security = 'security_admin.province-coordination'
const system = 'system_admin.province-coordination'

describe('who keeps channels open', () => {
  it('is told whose rights changed, once it is so, and of nobody else', async () => {
    const listener = await openConnection()
    const told: (string | undefined)[] = []
    listener.on('notification', ({ payload }) => told.push(payload))
    await listener.query('listen rights')
    const target = personOf('handler.sibling-market').id
    await session.read(system, `select public.set_officer_active($1, false)`, [target])
    await listener.query('select 1')
    expect(told).toEqual([])
    await session.act(system, `select public.set_officer_active($1, false)`, [target])
    await session.act(system, `select public.set_officer_active($1, true)`, [target])
    await session.act(security, `select public.grant_role($1, 'reviewer')`, [target])
    await session.act(security, `select public.revoke_role($1, 'reviewer')`, [target])
    await listener.query('select 1')
    // An account that is disabled loses its sessions too, in the same transaction: told once.
    expect(told).toEqual([target, target, target, target])
    const left = personOf('reviewer.sibling-market').id
    await session.act('reviewer.sibling-market', 'select public.end_session($1)', [passwordSession(left)])
    await listener.query('select 1')
    expect(told.at(-1)).toBe(left)
  })
})

describe('whoever sees every body', () => {
  it('is known for it exactly when the list of bodies is complete', async () => {
    const { rows: regions } = await session.db.query<{ code: number }>(
      'select distinct region_code as code from public.orgs where line_code = $1 order by 1',
      ['coordination'],
    )
    const codes = regions.map(({ code }) => code)
    // The top, the first and the last body of each tier: the ends of the range are where a mistake would hide.
    const bodies = [codes[0], codes[1], codes.at(-1), places.city, places.county, places.otherCity]
    for (const region of bodies) {
      await session.db.query('begin')
      await session.db.query(`select private.act_as('system:test')`)
      await session.db.query(
        `update public.officers set org_id = (select id from public.orgs where region_code = $1 and line_code = 'coordination') where id = $2`,
        [region, personOf('coordinator.city-coordination').id],
      )
      await session.db.query(
        `update public.officer_role_grants set org_id = (select id from public.orgs where region_code = $1 and line_code = 'coordination') where officer_id = $2`,
        [region, personOf('coordinator.city-coordination').id],
      )
      await become(session.db, 'coordinator.city-coordination')
      const { rows } = await session.db.query<{ every: boolean; listed: string }>(
        `select private.permits_every_org('complaint.read') as every, (select count(distinct s.id) from private.permitted_org_ids('complaint.read') as s (id)) as listed`,
      )
      await session.db.query('rollback')
      const [{ n } = { n: '' }] = (await session.db.query<{ n: string }>('select count(*) as n from public.orgs')).rows
      expect({ region, every: rows[0]?.every }).toEqual({ region, every: rows[0]?.listed === n })
    }
  })
})

describe('delegation', () => {
  const grant = `select public.grant_role($1, $2)`
  const target = personOf('norole.county-market').id

  it('keeps the three administrators and business apart', async () => {
    for (const [held, wanted] of [
      ['handler', 'system_admin'],
      ['system_admin', 'audit_admin'],
      ['audit_admin', 'lead'],
      ['security_admin', 'audit_admin'],
    ]) {
      const id = personOf(`${held}.county-coordination`).id
      // A role of business is granted by one, that of an administrator is asked for.
      const sql = wanted === 'lead' ? grant : `select public.ask_officer_change($1, 'grant', '人员调整，需要变更其职责', $2)`
      expect(await session.refusal(security, sql, [id, wanted])).toBe('PT409 officer.duties_exclude')
    }
    expect(await session.refusal(security, grant, [personOf('handler.county-market').id, 'lead'])).toBe('ok')
  })

  it('keeps them apart when two grants race', async () => {
    const target = personOf('norole.county-market').id
    const other = await openConnection()
    const give = `select private.apply_role($1, $2, true, null)`
    await session.db.query('begin')
    await become(session.db, 'postgres')
    await session.db.query(give, [target, 'handler'])
    await other.query('begin')
    await become(other, 'postgres')
    const second = other.query(give, [target, 'system_admin']).then(
      () => 'ok',
      (error: Error) => error.message,
    )
    await session.db.query('commit')
    expect(await second).toBe('officer.duties_exclude')
    await other.query('rollback')
    await session.act(security, `select public.revoke_role($1, 'handler')`, [target])
  })

  it('refuses granting to oneself, and by anyone without the right', async () => {
    expect(await session.refusal(security, grant, [personOf(security).id, 'security_admin'])).toBe('PT403 officer.self_grant')
    for (const who of [
      'handler.county-market',
      'lead.county-market',
      'system_admin.province-coordination',
      'audit_admin.province-coordination',
      'norole.county-market',
    ])
      expect(await session.refusal(who, grant, [target, 'handler'])).toBe('PT404 officer.not_found')
  })

  it('never gives anyone a body that the grantor could not hand out (property)', async () => {
    const admins = people.filter((one) => one.role === 'security_admin')
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...admins), fc.constantFrom(...people), fc.constantFrom(...roles), async (admin, other, role) => {
        await session.db.query('begin')
        try {
          const before = await session.db.query(
            `select h.permission_code, s.id from private.held_permissions($1) h cross join lateral private.scope_org_ids(h.org_id, h.scope) s(id) where h.can_grant`,
            [admin.id],
          )
          const grantable = new Set(before.rows.map((row) => `${row.permission_code}|${row.id}`))
          await session.db.query(`select set_config('request.jwt.claims', $1, true)`, [JSON.stringify(claimsFor(admin.id))])
          await session.db.query('savepoint s')
          const held = `select h.permission_code, s.id from private.held_permissions($1) h cross join lateral private.scope_org_ids(h.org_id, h.scope) s(id)`
          const had = new Set((await session.db.query(held, [other.id])).rows.map((row) => `${row.permission_code}|${row.id}`))
          try {
            await session.db.query(`select private.grant_role($1, $2, true, null)`, [other.id, role])
          } catch {
            await session.db.query('rollback to savepoint s')
            return
          }
          const gained = (await session.db.query(held, [other.id])).rows
            .map((row) => `${row.permission_code}|${row.id}`)
            .filter((one) => !had.has(one))
          expect(gained.filter((one) => !grantable.has(one))).toEqual([])
        } finally {
          await session.db.query('rollback')
        }
      }),
      { numRuns: 200 },
    )
  })

  it('ends rights at once: revoked, expired, disabled', async () => {
    const seen = async (who: string) => (await session.read(who, 'select count(*)::int as n from public.work_items'))[0]?.n
    expect(await seen('handler.county-market')).toBeGreaterThan(0)
    expect(await seen('expired.county-market')).toBe(0)
    expect(await seen('disabled.county-market')).toBe(0)
    expect(await seen('norole.county-market')).toBe(0)
    await session.act(security, `select public.revoke_role($1, 'handler')`, [personOf('handler.county-market').id])
    expect(await seen('handler.county-market')).toBe(0)
    await session.act(security, grant, [personOf('handler.county-market').id, 'handler'])
    await session.act(system, `select public.set_officer_active($1, false)`, [personOf('handler.county-market').id])
    expect(await seen('handler.county-market')).toBe(0)
    await session.act(system, `select public.set_officer_active($1, true)`, [personOf('handler.county-market').id])
  })
})

describe('my_session', () => {
  it('tells an officer who they are, and anybody else nothing', async () => {
    const [me] = await session.read('lead.county-market', 'select * from public.my_session()')
    expect(me).toMatchObject({
      org_name: '庐阳区市场监督管理局',
      region_name: '合肥市庐阳区',
      roles: ['lead'],
      role_names: ['单位负责人'],
      is_coordinator: false,
    })
    expect(me?.permissions).toContain('complaint.handle')
    expect(await session.read('disabled.county-market', 'select * from public.my_session()')).toEqual([])
    expect(await session.read(`stranger:${uuidOf('x')}`, 'select * from public.my_session()')).toEqual([])
    expect(await session.refusal('anon', 'select * from public.my_session()')).toMatch(/^42501/)
  })

  it('shows no usable permission to a security administrator beyond administration', async () => {
    const [me] = await session.read(security, 'select permissions from public.my_session()')
    expect(me?.permissions).toEqual(expect.arrayContaining(['officer.grant', 'officer.confirm', 'officer.read']))
    expect(me?.permissions).not.toContain('officer.invite')
    expect(((me?.permissions ?? []) as string[]).some((one) => one.startsWith('complaint.') || one.startsWith('work.'))).toBe(false)
  })
})
