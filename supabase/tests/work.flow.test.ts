/** What the engine offers to flows that have no screen yet, by the flow of the tests (trial/trial.sql). */
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../seed/uuid-of.ts'
import { claimsFor, personOf } from './people.ts'
import { openSession } from './session.ts'
import { trialSteps } from './modules/trial/steps.ts'

const session = await openSession()
const { org, item, act, open, send, terms, sweep } = trialSteps(session)

const sender = 'handler.county-market'
const receiver = 'handler.sibling-market'

describe('who reads', () => {
  it('is asked of the kind: readers of one flow see nothing of another at the same body', async () => {
    const { notice, parts } = await send('只给有权的人', ['sibling-market'])
    const sees = async (who: string, id: unknown) => (await session.read(who, `select id from public.work_items where id = $1`, [id])).length === 1
    // Leaders and supervisors of a line read every complaint here, and no notice.
    for (const who of ['leader.province-coordination', 'leader.county-coordination', 'line_supervisor.city-market']) {
      expect(await sees(who, notice), who).toBe(false)
      expect(await session.read(who, `select id from public.work_events where item_id = $1`, [notice])).toEqual([])
      expect(await session.read(who, `select id from public.my_notifications where item_id = $1`, [parts[0]])).toEqual([])
      expect(await session.read(who, `select * from public.work_actions($1)`, [notice])).toEqual([])
    }
    expect(await sees('coordinator.province-coordination', notice)).toBe(true)
    expect(await sees(receiver, parts[0])).toBe(true)
    // A receiver sees its part, neither the whole nor a brother.
    expect(await sees(receiver, notice)).toBe(false)
  })

  it('hears of a body only that some flow changed', async () => {
    const { notice } = await send('秘密标题', ['sibling-market'])
    const heard = await session.read('leader.county-coordination', `select payload from public.topic_since($1, 0)`, [
      `org:${await org('county-market')}`,
    ])
    expect(heard.length).toBeGreaterThan(0)
    expect(JSON.stringify(heard)).not.toMatch(/秘密标题|SY\d/)
    expect(JSON.stringify(heard)).not.toContain(notice)
  })
})

describe('several receivers', () => {
  it('get a part each with clocks of their own, and the notice is complete when all have answered', async () => {
    const { notice, parts } = await send('两家', ['sibling-market', 'county-environment'])
    expect(await item(notice)).toMatchObject({ state: 'sent', child_count: 2, open_child_count: 2 })
    await act(receiver, parts[0] as string, 'sign')
    await act(receiver, parts[0] as string, 'answer')
    expect(await item(notice)).toMatchObject({ state: 'sent', open_child_count: 1 })
    await act('handler.county-environment', parts[1] as string, 'sign')
    await act('handler.county-environment', parts[1] as string, 'answer')
    expect(await item(notice)).toMatchObject({ state: 'complete', is_open: false, open_child_count: 0 })
    expect(await session.read(sender, `select state from public.trial_notices where item_id = $1`, [notice])).toEqual([{ state: 'complete' }])
  })

  it('lose their part when the whole is cancelled, which stays cancelled', async () => {
    const { notice, parts } = await send('取消', ['sibling-market', 'county-environment'])
    await act(sender, notice, 'cancel')
    expect(await item(notice)).toMatchObject({ state: 'cancelled', open_child_count: 0 })
    for (const part of parts) expect(await item(part)).toMatchObject({ state: 'revoked', is_open: false })
  })

  it('that close at the same time do not wait for each other', async () => {
    const { notice, parts } = await send('同时', ['sibling-market', 'county-environment'])
    const people = [receiver, 'handler.county-environment']
    for (const [i, part] of parts.entries()) await act(people[i] as string, part, 'sign')
    const answer = async (who: string, id: string) => {
      const db = await session.another()
      await db.query(`select set_config('request.jwt.claims', $1, false)`, [JSON.stringify(claimsFor(personOf(who).id))])
      await db.query(
        `select private.work_act($1, 'answer', '{"note":"办结"}', (select version from public.work_items where id = $1), gen_random_uuid())`,
        [id],
      )
    }
    await Promise.all(parts.map((part, i) => answer(people[i] as string, part)))
    expect(await item(notice)).toMatchObject({ state: 'complete' })
  })

  it('1,500 of them are made in one go', async () => {
    const notice = await open(sender, '全省')
    const [{ id: record } = { id: '' }] = await session.read('postgres', `select record_id as id from public.work_items where id = $1`, [notice])
    const [made] = await session.act(
      'postgres',
      `select count(*)::int as n, count(distinct no)::int as numbers, bool_and(due_at is not null) as timed from private.work_create_many('trial_part', 'deliver',
         (select jsonb_agg(jsonb_build_object('title', '全省', 'record_id', $1::uuid, 'org_id', o.id, 'owner_org_id', $2::uuid, 'parent_id', $3::uuid, 'region_code', o.region_code,
           'line_code', o.line_code, 'payload', '{"due_on":"2099-01-05"}'::jsonb)) from (select * from public.orgs order by id limit 1500) as o), '系统')`,
      [record, await org('county-market'), notice],
    )
    expect(made).toEqual({ n: 1500, numbers: 1500, timed: true })
    expect(await item(notice)).toMatchObject({ child_count: 1500, open_child_count: 1500 })
  })
})

describe('structured action', () => {
  const drafted = () => open(sender, '结构化')
  const ask = async (payload: Record<string, unknown>) => {
    const notice = await drafted()
    const receivers = [await org('sibling-market')]
    return session.refusal(sender, `select * from public.work_act($1, 'send', $2, 1, gen_random_uuid())`, [
      notice,
      JSON.stringify({ receivers, due_on: '2099-01-05', ...payload }),
    ])
  }

  it('checks every type, and names the field', async () => {
    const wrong: Record<string, unknown>[] = [
      { receivers: ['no-body'] },
      { receivers: 'text' },
      { due_on: '2026-02-30' },
      { due_on: '05.01.2099' },
      { due_on: '2020-01-01' },
      { copies: 10 },
      { copies: 'many' },
      { is_urgent: 'yes' },
      { parties: [1] },
      { parties: [{}, {}, {}, {}] },
      { place: 999999999 },
    ]
    for (const payload of wrong) expect(await ask(payload), JSON.stringify(payload)).toBe('PT422 work.field_invalid')
    expect(await ask({ receivers: [] })).toBe('PT422 work.field_required')
    const receivers = [await org('sibling-market'), await org('sibling-market')]
    expect(await ask({ receivers }), 'the same body twice').toBe('PT422 work.field_invalid')
    expect(await ask({ copies: 3, is_urgent: false, parties: [{ name: '甲' }], place: 340103000 })).toBe('ok')
  })

  it('offers its form, and says what is still missing before it is taken', async () => {
    const notice = await open(sender, '没有正文', '')
    const [offer] = await session.read(sender, `select form, needs_approval, blocked from public.work_actions($1) where action = 'send'`, [notice])
    expect(offer).toEqual({ form: 'trial-receivers', needs_approval: true, blocked: '通知还没有正文' })
    await expect(act(sender, notice, 'send', { receivers: [await org('sibling-market')] })).rejects.toThrow('work.blocked')
  })
})

describe('clocks', () => {
  it('of hours run through nights, a date from the payload stands as it is', async () => {
    const { parts } = await send('时限', ['sibling-market'])
    const [sign] = await terms(parts[0] as string, 'trial.sign')
    const [made] = await session.read('postgres', `select created_at from public.work_items where id = $1`, [parts[0]])
    expect(Number(sign?.due_at) - Number(made?.created_at)).toBe(24 * 3_600_000)
    expect(sign?.red_at).toEqual(sign?.due_at)
    expect(await terms(parts[0] as string, 'trial.answer')).toMatchObject([{ due_on: '2099-01-05' }])
  })

  it('take the move that waits for their end, once, and a broken one stops nothing', async () => {
    const { parts } = await send('自动', ['sibling-market', 'county-environment'])
    await session.act(
      'postgres',
      `update public.work_terms set due_at = now() - interval '1 minute' where item_id = any ($1) and key = 'trial.sign'`,
      [parts],
    )
    await session.act('postgres', `alter table public.work_items add constraint stuck check (id <> '${parts[0]}' or state = 'awaiting') not valid`)
    await sweep()
    await sweep()
    await session.act('postgres', `alter table public.work_items drop constraint stuck`)
    expect(await item(parts[1] as string)).toMatchObject({ state: 'working' })
    expect(await session.read('postgres', `select count(*)::int as n from private.sweep_failures where item_id = $1`, [parts[0]])).toEqual([{ n: 1 }])
    expect(await session.read('postgres', `select action from public.work_events where item_id = $1 order by seq`, [parts[1]])).toEqual([
      { action: 'deliver' },
      { action: 'lapse_sign' },
    ])
  })

  it('stop one by one: the pause of one term leaves the others running', async () => {
    const { parts } = await send('中止一个', ['sibling-market'])
    const part = parts[0] as string
    await act(receiver, part, 'sign')
    await session.act(
      'postgres',
      `select private.term_insert($1, t) from private.terms_started('trial_part', '[{"key":"trial.keep"}]', '{}', $2) as t`,
      [part, await org('sibling-market')],
    )
    await act(receiver, part, 'pause')
    expect((await terms(part, 'trial.answer'))[0]).toMatchObject({ state: 'suspended', due_at: null })
    expect((await terms(part, 'trial.keep'))[0]).toMatchObject({ state: 'running' })
    await session.act('postgres', `update public.work_suspensions set started_on = started_on - 10 where item_id = $1`, [part])
    await act(receiver, part, 'go_on')
    // A named day moves by the days of the pause.
    expect((await terms(part, 'trial.answer'))[0]).toMatchObject({ state: 'running', due_on: '2099-01-15' })
  })

  it('are extended as often as their rule says, each time on record', async () => {
    const { parts } = await send('延期', ['sibling-market'])
    const part = parts[0] as string
    await act(receiver, part, 'sign')
    await act(receiver, part, 'extend', { note: '一' })
    await act(receiver, part, 'extend', { note: '二' })
    await expect(act(receiver, part, 'extend', { note: '三' })).rejects.toThrow('work.blocked')
    expect(await session.read(receiver, `select reason from public.work_extensions where item_id = $1 order by id`, [part])).toEqual([
      { reason: '一' },
      { reason: '二' },
    ])
  })
})

describe('sides and reach', () => {
  it('a part goes back to who asked, who may pass it on within a reach of its own', async () => {
    const { parts } = await send('退回发起方', ['sibling-market'])
    const part = parts[0] as string
    await act(receiver, part, 'sign')
    await act(receiver, part, 'give_back')
    expect(await item(part)).toMatchObject({
      state: 'returned',
      org_id: await org('county-market'),
      sender_org_id: await org('sibling-market'),
      handler_id: null,
      return_count: 1,
    })
    await expect(act(sender, part, 'pass_on', { to_org_id: await org('county-environment') })).rejects.toThrow('work.org_out_of_reach')
    await act(sender, part, 'pass_on', { to_org_id: await org('othercity-market') })
    expect(await item(part)).toMatchObject({ state: 'awaiting', org_id: await org('othercity-market'), owner_org_id: await org('county-market') })
  })

  it('the owner has moves of its own while another body works', async () => {
    const { parts } = await send('询问', ['sibling-market'])
    await act(receiver, parts[0] as string, 'sign')
    await act(sender, parts[0] as string, 'hurry')
    await expect(act(receiver, parts[0] as string, 'hurry')).rejects.toThrow('work.action_not_allowed')
  })
})

describe('what is lent', () => {
  it('is exactly the part that was opened, read on record, until it expires', async () => {
    const { parts } = await send('借阅', ['sibling-market'])
    const part = await item(parts[0] as string)
    await act(receiver, part?.id as string, 'sign')
    await session.act('postgres', `update public.trial_parts set facts = '当事人情况' where id = $1`, [part?.record_id])
    await act(receiver, part?.id as string, 'lend', { to_org_id: await org('county-environment') })
    const borrower = 'handler.county-environment'
    const read = (who: string) => session.refusal(who, `select public.trial_read_facts($1)`, [part?.record_id])
    expect(await read(borrower)).toBe('ok')
    for (const who of ['handler.othercity-market', 'leader.county-coordination', 'security_admin.county-environment', 'handler.county-market'])
      expect(await read(who), who).toBe('PT404 work.not_found')
    // The row itself was not opened, only one part of it.
    expect(await session.read(borrower, `select id from public.trial_parts where id = $1`, [part?.record_id])).toEqual([])
    await session.act(borrower, `select public.trial_read_facts($1)`, [part?.record_id])
    expect(
      await session.read('postgres', `select actor, new_row ->> 'part' as part from private.audit_log where op = 'read' and row_key = $1`, [
        part?.record_id,
      ]),
    ).toEqual([{ actor: personOf(borrower).id, part: 'facts' }])
    await session.act('postgres', `update private.row_grants set expires_at = now() where row_id = $1`, [part?.record_id])
    expect(await read(borrower)).toBe('PT404 work.not_found')
  })
})

describe('many at once', () => {
  it('are taken each by itself: what cannot be done is said, the rest is done', async () => {
    const { parts } = await send('批量', ['sibling-market', 'county-environment'])
    const other = await send('批量二', ['sibling-market'])
    const rows = []
    for (const id of [...parts, ...other.parts]) rows.push({ id, version: (await item(id))?.version, key: uuidOf(`batch ${id}`) })
    const done = await session.act(receiver, `select item_id, is_done, message from public.work_act_many($1, 'sign', '{}')`, [JSON.stringify(rows)])
    const outcome = Object.fromEntries(done.map((row) => [row.item_id, [row.is_done, row.message]]))
    expect(outcome[parts[0] as string]).toEqual([true, null])
    expect(outcome[other.parts[0] as string]).toEqual([true, null])
    expect(outcome[parts[1] as string]).toEqual([false, '没有找到该事项，可能已移交其他单位'])
    const again = await session.act(receiver, `select is_done from public.work_act_many($1, 'sign', '{}')`, [JSON.stringify(rows)])
    expect(again.map((row) => row.is_done)).toEqual(done.map((row) => row.is_done))
    for (const items of ['[]', '{}', null])
      expect(await session.refusal(receiver, `select * from public.work_act_many($1, 'sign', '{}')`, [items])).toBe('PT422 work.batch_size')
  })
})

describe('numbers', () => {
  it('of a body and year have no gap, also when a transaction fails', async () => {
    const no = async () => (await session.act('postgres', `select private.next_number('paper', $1, 2026) as n`, [await org('county-market')]))[0]?.n
    expect(await no()).toBe(1)
    await session.read('postgres', `select private.next_number('paper', $1, 2026)`, [await org('county-market')])
    expect(await no()).toBe(2)
    expect((await session.act('postgres', `select private.next_number('paper', $1, 2027) as n`, [await org('county-market')]))[0]?.n).toBe(1)
  })
})

describe('the nearest common superior', () => {
  it('is of their own line where they share one, else the coordinator of the smallest region with both', async () => {
    const of = async (a: Parameters<typeof org>[0], b: Parameters<typeof org>[0]) =>
      (
        await session.read('postgres', `select o.name from public.orgs as o where o.id = private.common_superior($1, $2)`, [
          await org(a),
          await org(b),
        ])
      )[0]?.name
    expect(await of('county-market', 'sibling-market')).toBe('合肥市市场监督管理局')
    expect(await of('county-market', 'othercity-market')).toBe('安徽省市场监督管理局')
    expect(await of('county-market', 'county-environment')).toBe('庐阳区数据资源管理局')
    // A desk that is late itself is not its own superior.
    expect(await of('county-coordination', 'county-coordination')).toBe('合肥市数据资源管理局')
  })
})
