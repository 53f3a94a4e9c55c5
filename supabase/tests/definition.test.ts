/** Versioned definitions: who may not, what is refused, what a version of a rule does to the engine, what a preview tells. */
import { describe, expect, it } from 'vitest'
import { complaintSteps } from './modules/complaint/steps.ts'
import { admin, definitionSteps, today } from './definition-steps.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file } = complaintSteps(session)
const { publish, refused } = definitionSteps(session)
const withdraw = (id: unknown) => session.act(admin, 'select (public.withdraw_definition($1)).state', [id])

const rules = (key: string) =>
  session.read(
    'anon',
    `select amount, unit, effective_from - ${today} as from, effective_to - ${today} as to from public.deadline_rules where key = $1 and (effective_to is null or effective_to >= ${today}) order by effective_from`,
    [key],
  )
describe('who may not', () => {
  const others = [
    'handler.county-market',
    'security_admin.province-coordination',
    'system_admin.county-market',
    'stranger:00000000-0000-4000-8000-000000000000',
  ]

  it('publishes, previews or withdraws nothing: the functions are not found', async () => {
    const [coming] = await session.read('postgres', `select id from public.definitions where key = 'tip.outcome/fixture_coming'`)
    for (const who of others) {
      expect(await refused('deadline_rule', 'tip.notify', { amount: 6 }, 1, '测试调整', who)).toBe('definition.not_found')
      expect(await session.refusal(who, `select public.withdraw_definition($1)`, [coming?.id])).toBe('PT404 definition.not_found')
      expect(await session.refusal(who, `select * from public.preview_deadline_rule('tip.notify', '{"amount": 6}', ${today})`)).toBe(
        'PT404 definition.not_found',
      )
    }
    expect(await refused('no_such_kind', 'x', {})).toBe('definition.not_found')
    expect(await session.refusal(admin, `select public.withdraw_definition(gen_random_uuid())`)).toBe('PT404 definition.not_found')
    expect(await session.refusal('anon', `select public.publish_definition('code', 'x', '{}', ${today}, 'x')`)).toMatch(/^42501/)
  })

  it('reads a withdrawn version or one of a closed kind, but for who keeps it', async () => {
    const hidden = `select count(*)::int as n from public.definitions where state = 'withdrawn' or kind = 'fixture_closed'`
    expect(await session.read('anon', hidden)).toEqual([{ n: 0 }])
    expect(await session.read('handler.county-market', hidden)).toEqual([{ n: 0 }])
    expect(await session.read(admin, hidden)).toEqual([{ n: 2 }])
  })
})

describe('kinds', () => {
  it('name functions of the right shape', async () => {
    const rows = await session.read(
      'postgres',
      `select k.kind from private.definition_kinds as k
       where to_regprocedure(k.check_function || '(text,jsonb,date)') is null or to_regprocedure(k.apply_function || '(text)') is null`,
    )
    expect(rows).toEqual([])
  })

  it('know what migrations and the seed have written, for every day', async () => {
    const rows = await session.read(
      'postgres',
      `select r.key from public.deadline_rules as r where (private.definition_at('deadline_rule', r.key, r.effective_from)).body is distinct from private.deadline_rule_body(r)
       union all select c.code from public.codes as c where (private.definition_at('code', c.set_key || '/' || c.code, current_date)).body ->> 'label' is distinct from c.label
       union all select s.key from public.sites as s where s.is_active and (private.definition_at('site', s.key, current_date)).body is distinct from private.site_body(s)`,
    )
    expect(rows).toEqual([])
  })
})

describe('a deadline rule', () => {
  it.each<[string, object, number, string]>([
    ['amount', { amount: 0 }, 1, 'amount'],
    ['amount beyond', { amount: 3651 }, 1, 'amount'],
    ['amount in words', { amount: '七' }, 1, 'amount'],
    ['half a day', { amount: 1.5 }, 1, 'amount'],
    ['unit', { unit: 'moon' }, 1, 'unit'],
    ['basis', { legal_basis: ' ' }, 1, 'legal_basis'],
    ['share', { warn_share: 1.2 }, 1, 'warn_share'],
    ['red line', { red_workdays: 251 }, 1, 'red_workdays'],
    ['times', { times: 0 }, 1, 'times'],
    ['confirmed', { is_confirmed: 'yes' }, 1, 'is_confirmed'],
    ['what is no field', { color: 'red' }, 1, 'color'],
    ['a day gone by, of a rule in use', { amount: 9 }, -1, 'effective_from'],
    ['a day too far', { amount: 9 }, 4000, 'effective_from'],
    ['nothing new', {}, 1, 'body'],
  ])('is refused with the field: %s', async (_what, body, days, field) => {
    expect(await refused('deadline_rule', 'complaint.accept', body, days)).toBe(`definition.invalid ${field}`)
  })

  it('is refused without a ground, for an unknown key, and where an extension would count in another unit', async () => {
    expect(await refused('deadline_rule', 'complaint.accept', { amount: 9 }, 1, ' ')).toBe('definition.invalid reason')
    expect(await refused('deadline_rule', 'no.such', { amount: 9 })).toBe('definition.invalid key')
    expect(await refused('deadline_rule', 'tip.decide', { unit: 'day' })).toBe('definition.invalid unit')
    expect(await refused('deadline_rule', 'tip.extend', { unit: 'day' })).toBe('definition.invalid unit')
  })

  it('keeps its name and whose term it is, whatever was sent', async () => {
    const [row] = await session.read(
      admin,
      `select d.body ->> 'label' as label, d.body -> 'is_charged' as charged from public.publish_definition('deadline_rule', 'complaint.supply', '{"amount": 20, "label": "别的", "is_charged": true}', ${today} + 1, '测试调整') as d`,
    )
    expect(row).toEqual({ label: '投诉人补正', charged: false })
  })

  it('ends the version before on the day before; twice the same is once; a second one for the day is refused', async () => {
    const first = await publish('deadline_rule', 'complaint.end_notice', { amount: 8 }, 10)
    expect(first).toMatchObject({ version: 2, state: 'published', applied: false })
    expect(await publish('deadline_rule', 'complaint.end_notice', { amount: 8 }, 10)).toEqual(first)
    expect(await refused('deadline_rule', 'complaint.end_notice', { amount: 9 }, 10)).toBe('definition.same_day effective_from')
    expect(await rules('complaint.end_notice')).toMatchObject([
      { amount: 7, to: 9 },
      { amount: 8, from: 10, to: null },
    ])
    // One in between takes its part of the days.
    await publish('deadline_rule', 'complaint.end_notice', { amount: 6 }, 5)
    expect(await rules('complaint.end_notice')).toMatchObject([
      { amount: 7, to: 4 },
      { amount: 6, from: 5, to: 9 },
      { amount: 8, from: 10, to: null },
    ])
    await withdraw(first.id)
    await withdraw(first.id)
    expect(await rules('complaint.end_notice')).toMatchObject([
      { amount: 7, to: 4 },
      { amount: 6, from: 5, to: null },
    ])
    expect((await publish('deadline_rule', 'complaint.end_notice', { amount: 8 }, 10)).version).toBe(4)
  })

  it('is not withdrawn once it is in force, nor while a term counts by it', async () => {
    const [now] = await session.read('postgres', `select id from public.definitions where kind = 'deadline_rule' and key = 'tip.notify'`)
    expect(await session.refusal(admin, 'select public.withdraw_definition($1)', [now?.id])).toBe('PT409 definition.in_force')
    const coming = await publish('deadline_rule', 'tip.notify', { amount: 6 }, 2)
    await session.act(
      'postgres',
      `insert into public.work_terms (item_id, rule_id, key, label, org_id, started_on)
       select i.id, r.id, r.key, r.label, i.org_id, r.effective_from from public.work_items as i, public.deadline_rules as r where r.key = 'tip.notify' and r.amount = 6 limit 1`,
    )
    expect(await session.refusal(admin, 'select public.withdraw_definition($1)', [coming.id])).toBe('PT409 definition.in_use')
  })

  it('may begin in the past when no term has used it', async () => {
    await session.act('postgres', `delete from public.work_terms where key = 'work.supervise'`)
    expect(await publish('deadline_rule', 'work.supervise', { amount: 4 }, -30)).toMatchObject({ version: 2, applied: true })
    expect(await rules('work.supervise')).toMatchObject([{ amount: 4, from: -30, to: null }])
  })

  it('refuses versions that overlap, whoever writes them', async () => {
    expect(
      await session.refusal(
        'postgres',
        `insert into public.definitions (kind, key, version, body, effective_from, digest, reason) values ('deadline_rule', 'tip.settle', 9, '{}', ${today}, 'x', 'x')`,
      ),
    ).toMatch(/^23P01/)
  })

  it('goes through when two publish at once, one after the other', async () => {
    const other = await session.another()
    const body = (amount: number) => JSON.stringify({ amount })
    const call = `select d.version from private.publish_definition('deadline_rule', 'tip.settle', $1, ${today} + $2::int, '测试调整') as d`
    const begin = async (db: typeof other) => {
      await db.query('begin')
      await db.query(
        `select set_config('request.jwt.claims', (select jsonb_build_object('sub', u.id, 'session_id', u.id, 'role', 'authenticated')::text from auth.users as u where u.email = $1), true)`,
        [`${admin}@test.local`],
      )
    }
    await begin(session.db)
    await begin(other)
    await session.db.query(call, [body(80), 3])
    const waiting = other.query(call, [body(70), 3])
    await session.db.query('commit')
    await expect(waiting).rejects.toThrow('definition.same_day')
    await other.query('rollback')
  })
})

describe('the preview', () => {
  const preview = (body: object, days: number) =>
    session.read(
      admin,
      `select running, suspended, compared, earlier, later, same, start_due_on::text, start_due_on_now::text, no, started_on::text, due_on::text, new_due_on::text
       from public.preview_deadline_rule('complaint.accept', $1, ${today} + $2::int)`,
      [JSON.stringify(body), days],
    )

  it('counts what is open and shows numbers and dates, and changes nothing', async () => {
    const before = await session.read('postgres', `select id, rule_id, due_on from public.work_terms order by id`)
    const rows = await preview({ amount: 9 }, 1)
    const { running, compared, later, earlier, same } = rows[0] ?? {}
    expect(running).toBeGreaterThan(0)
    expect({ compared, later, earlier, same }).toEqual({ compared: running, later: running, earlier: 0, same: 0 })
    expect(rows).toHaveLength(Math.min(20, Number(running)))
    expect(Object.keys(rows[0] ?? {})).not.toContain('title')
    expect((await preview({ amount: 3 }, 1))[0]).toMatchObject({ earlier: running, later: 0 })
    expect((await preview({ legal_basis: '另一依据' }, 1))[0]).toMatchObject({ same: running, later: 0 })
    expect(await session.read('postgres', `select id, rule_id, due_on from public.work_terms order by id`)).toEqual(before)
  })

  it('equals what a new term gets; the terms that run keep their rule', async () => {
    const [told] = await preview({ amount: 12, legal_basis: '新依据' }, 0)
    const kept = `select t.id, t.rule_id, t.due_on::text from public.work_terms as t where t.key = 'complaint.accept' and t.state = 'running' order by t.id`
    const before = await session.read('postgres', kept)
    await publish('deadline_rule', 'complaint.accept', { amount: 12, legal_basis: '新依据' }, 0)
    const [one] = await file('under the new rule')
    expect(
      await session.read('postgres', `select due_on::text from public.work_terms where item_id = $1 and key = 'complaint.accept'`, [one?.item_id]),
    ).toEqual([{ due_on: told?.start_due_on }])
    await session.act(
      'postgres',
      `select private.work_refresh(t.item_id) from public.work_terms as t where t.key = 'complaint.accept' and t.state = 'running'`,
    )
    expect((await session.read('postgres', kept)).slice(0, before.length)).toEqual(before)
    // What the preview says of an open item is what that item would have had, had it started under the new rule.
    expect(told).toMatchObject({ new_due_on: told?.start_due_on, due_on: told?.start_due_on_now })
    expect(await rules('complaint.accept')).toMatchObject([{ amount: 12, from: 0, to: null }])
  })

  it('answers one row without an item when none is open, and refuses what publishing refuses', async () => {
    const rows = await session.read(admin, `select no, running from public.preview_deadline_rule('complaint.supply', '{"amount": 20}', ${today})`)
    expect(rows).toEqual([{ no: null, running: 0 }])
    expect(await session.refusal(admin, `select * from public.preview_deadline_rule('complaint.supply', '{"amount": 0}', ${today})`)).toBe(
      'PT422 definition.invalid',
    )
  })
})

it('every change is in the audit log with its actor, and the days that follow from it are not', async () => {
  const rows = await session.read(
    'postgres',
    `select distinct op, actor = $1 as by_admin from private.audit_log where table_name = 'public.definitions' and op = 'insert' and new_row ->> 'reason' = '测试调整'`,
    [(await session.read('postgres', `select id::text from auth.users where email = $1`, [`${admin}@test.local`]))[0]?.id],
  )
  expect(rows).toEqual([{ op: 'insert', by_admin: true }])
})
