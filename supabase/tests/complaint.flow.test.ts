import { describe, expect, it } from 'vitest'
import { fileCase, type FiledCase, type TestFiling } from './filing.ts'
import { payloadFor } from './flow-model.ts'
import { uuidOf } from '../seed/uuid-of.ts'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const handler = 'handler.county-market'
const desk = 'coordinator.county-coordination'

async function file(name: string, change: Partial<TestFiling> = {}): Promise<FiledCase[]> {
  return session.within('postgres', (db) => fileCase(db, { name, types: ['complaint'], matter: 'food', region: places.town, dispatchTo: 'market', ...change }))
}

async function act(who: string, itemId: string, action: string, payload: Record<string, string> = {}, key = uuidOf(`${itemId}${action}${Math.random()}`)) {
  const [item] = await session.read('postgres', 'select version, kind from public.work_items where id = $1', [itemId])
  return session.act(who, `select * from public.work_act($1, $2, $3, $4, $5)`, [itemId, action, JSON.stringify({ ...payloadFor(item?.kind as 'complaint', action, ''), ...payload }), item?.version, key])
}

const follow = (name: string) => session.read('service', `select * from public.follow_complaint($1, $2)`, [`code:${name}`, `tail:${name}`])
const org = async (region: number, line: string) => (await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = $2`, [region, line]))[0]?.id as string

describe('filing', () => {
  it('makes one case for a key, however often it is sent', async () => {
    const first = await file('twice')
    const second = await file('twice')
    expect(second.map((one) => [one.case_no, one.is_new])).toEqual(first.map((one) => [one.case_no, false]))
    const [count] = await session.read('postgres', `select count(*)::int as n from public.complaint_cases where title = '测试件 twice'`)
    expect(count?.n).toBe(1)
  })

  it('splits a submission that is both into two linked cases with clocks of their own', async () => {
    const both = await file('both', { types: ['complaint', 'tip'] })
    expect(both.map((one) => one.case_no.slice(0, 2))).toEqual(['TS', 'JB'])
    const rows = await session.read(handler, `select case_type, linked_case_id, due_at from public.complaint_case_list where id = any ($1) order by case_type`, [both.map((one) => one.case_id)])
    expect(rows.map((row) => row.linked_case_id)).toEqual([both[1]?.case_id, both[0]?.case_id])
    expect(rows[0]?.due_at).not.toEqual(rows[1]?.due_at)
  })

  it('refuses a region outside the site, a matter that is none and a day to come', async () => {
    const call = (change: Record<string, unknown>) =>
      session.refusal('service', `select * from public.file_complaint(gen_random_uuid(), $1, '{"isAnonymous":false,"nameMasked":"张*","phoneMasked":"x"}', 'a', 'b', 'c')`, [
        JSON.stringify({ caseTypes: ['complaint'], matterCode: 'food', title: 't', content: 'c', subjectName: 's', regionCode: places.town, ...change }),
      ])
    expect(await call({})).toBe('ok')
    expect(await call({ regionCode: 110101000 })).toBe('PT422 complaint.region_unknown')
    expect(await call({ regionCode: places.province })).toBe('PT422 complaint.region_unknown')
    expect(await call({ matterCode: 'dragons' })).toBe('PT422 complaint.matter_unknown')
    expect(await call({ occurredOn: '2099-01-01' })).toBe('PT422 complaint.date_in_future')
    expect(await call({ title: 'x'.repeat(61) })).toMatch(/^23514/)
    expect(await call({ subjectUscc: '91310000607352621B' })).toMatch(/^23514/)
  })

  it('takes rare characters, emoji, quotes and markup as they are', async () => {
    const content = `𠮷野家 🍜 '; drop table complaint_cases; -- <script>alert(1)</script> \\ % _ 䶮`
    const [one] = await file('odd', { content })
    const [row] = await session.read(handler, `select content from public.complaint_cases where id = $1`, [one?.case_id])
    expect(row?.content).toBe(content)
  })
})

describe('the whole story', () => {
  it('goes from the desk to the answer, each step on record and visible to the citizen', async () => {
    const [one] = await file('story', { dispatchTo: undefined, matter: 'other' })
    const item = one?.item_id as string
    const market = await org(places.county, 'market')
    expect((await follow('story'))[0]).toMatchObject({ state: 'awaiting_dispatch', org_name: '庐阳区数据资源管理局', term_label: '分派' })
    await act(desk, item, 'dispatch', { to_org_id: market, note: '属市场监管职责' })
    expect((await follow('story'))[0]).toMatchObject({ state_label: '待签收', org_name: '庐阳区市场监督管理局', org_reason: '属市场监管职责', term_label: '受理决定' })
    await act(handler, item, 'receive')
    await act(handler, item, 'request_material', { note: '请补充小票' })
    expect((await follow('story'))[0]).toMatchObject({ material_request: '请补充小票', can_supply: true, due_at: null })
    await session.act('service', `select public.citizen_act('code:story', 'tail:story', $1, 'supply_material', '{"text":"小票见照片"}')`, [one?.case_no])
    await act(handler, item, 'accept')
    await act(handler, item, 'conclude', { outcome: 'agreed', note: '商家退款，内部记录' })
    await act(handler, item, 'answer', { public_text: '商家已退款。' })
    const [end] = await follow('story')
    expect(end).toMatchObject({ state_label: '已反馈', is_open: false, can_rate: true, due_at: null })
    expect(end?.answers).toMatchObject([{ text: '商家已退款。', outcomeLabel: '达成调解协议', orgName: '庐阳区市场监督管理局' }])
    const timeline = ((end?.timeline ?? []) as { label: string }[]).map((event) => event.label)
    expect(timeline).toEqual(['提交', '分派', '签收', '要求补正', '补正材料', '受理', '调解结束', '答复'])
    // What officers wrote among themselves, and their names, stay inside.
    expect(JSON.stringify(end)).not.toMatch(/内部记录|测试员/)
    await session.act('service', `select public.citizen_act('code:story', 'tail:story', $1, 'rate', '{"level":5}')`, [one?.case_no])
    expect((await follow('story'))[0]).toMatchObject({ can_rate: false, rating: 5 })
  })

  it('answers alike for a code that does not exist and for a wrong phone tail', async () => {
    await file('alike')
    for (const [code, tail] of [['code:alike', 'tail:wrong'], ['code:none', 'tail:alike']])
      expect(await session.refusal('service', `select * from public.follow_complaint($1, $2)`, [code, tail])).toBe('PT404 complaint.not_found')
  })

  it('lets one of two officers through, and tells the other what happened', async () => {
    const [one] = await file('race')
    const call = `select * from public.work_act($1, 'receive', '{}', $2, gen_random_uuid())`
    const [item] = await session.read('postgres', 'select version from public.work_items where id = $1', [one?.item_id])
    await session.act(handler, call, [one?.item_id, item?.version])
    expect(await session.refusal('lead.county-market', call, [one?.item_id, item?.version])).toBe('PT409 work.stale')
  })

  it('does a retried act once, also when the key is sent again after the state moved on', async () => {
    const [one] = await file('retry')
    const key = uuidOf('retry-key')
    await act(handler, one?.item_id as string, 'receive', {}, key)
    await act(handler, one?.item_id as string, 'receive', {}, key)
    const events = await session.read(handler, `select action from public.work_events where item_id = $1 order by seq`, [one?.item_id])
    expect(events.map((row) => row.action)).toEqual(['create', 'route', 'receive'])
  })

  it('names the field that is missing', async () => {
    const [one] = await file('fields')
    await act(handler, one?.item_id as string, 'receive')
    const refuse = (payload: object) => session.refusal(handler, `select * from public.work_act($1, 'refuse', $2, 3, gen_random_uuid())`, [one?.item_id, JSON.stringify(payload)])
    expect(await refuse({ public_text: 'x' })).toBe('PT422 work.field_required')
    expect(await refuse({ ground: 'mood', public_text: 'x' })).toBe('PT422 code.unknown')
    expect(await refuse({ ground: 'other', public_text: 'x'.repeat(2001) })).toBe('PT422 work.field_too_long')
    expect(await refuse({ ground: 'other', public_text: 'x' })).toBe('ok')
  })

  it('keeps nothing of a payload that the action does not ask for', async () => {
    const [one] = await file('extra')
    await act(handler, one?.item_id as string, 'receive', { public_text: '混入的答复', note: '混入的意见' })
    expect(await session.read(handler, `select payload, note from public.work_events where item_id = $1 and action = 'receive'`, [one?.item_id])).toEqual([{ payload: {}, note: '' }])
    expect((await follow('extra'))[0]?.answers).toEqual([])
  })

  it('takes two returns and refuses the third', async () => {
    const [one] = await file('returns')
    const market = await org(places.county, 'market')
    for (let i = 0; i < 2; i += 1) {
      await act(handler, one?.item_id as string, 'give_back')
      await act(desk, one?.item_id as string, 'dispatch', { to_org_id: market })
    }
    await expect(act(handler, one?.item_id as string, 'give_back')).rejects.toThrow('complaint.return_limit')
  })

  it('leaves a handed-over case readable to the former body, without the reporter', async () => {
    const [one] = await file('handed')
    await act(handler, one?.item_id as string, 'hand_over', { to_org_id: await org(places.county, 'environment') })
    expect(await session.read(handler, `select id from public.complaint_cases where id = $1`, [one?.case_id])).toHaveLength(1)
    expect(await session.read(handler, `select r.* from public.complaint_reporters r join public.complaint_cases c using (filing_id) where c.id = $1`, [one?.case_id])).toEqual([])
    expect(await session.refusal(handler, `select * from public.reveal_reporter($1, '需要联系投诉人')`, [one?.case_id])).toBe('PT404 complaint.not_found')
    expect(await session.read('handler.county-environment', `select r.* from public.complaint_reporters r join public.complaint_cases c using (filing_id) where c.id = $1`, [one?.case_id])).toHaveLength(1)
  })

  it('logs every unmasking with its reason, and wants one', async () => {
    const [one] = await file('unmask')
    expect(await session.refusal(handler, `select * from public.reveal_reporter($1, ' ')`, [one?.case_id])).toBe('PT422 complaint.reason_required')
    await session.act(handler, `select * from public.reveal_reporter($1, '电话核实情况')`, [one?.case_id])
    const [entry] = await session.read('postgres', `select op, actor, new_row from private.audit_log where op = 'read' order by id desc limit 1`)
    expect(entry).toMatchObject({ op: 'read', actor: uuidOf(handler), new_row: { caseId: one?.case_id, reason: '电话核实情况' } })
  })
})

describe('routing', () => {
  it('finds exactly one owner for every matter in every place of the site, or the coordinator', async () => {
    const [gaps] = await session.read('postgres',
      `select count(*) filter (where o.n <> 1 and m.line_code is not null)::int as none, count(*) filter (where o.n <> 0 and m.line_code is null)::int as stray,
         count(*) filter (where private.coordinator_of(r.code) is null)::int as deskless, count(*)::int as pairs
       from public.complaint_matters m cross join public.regions r cross join lateral (select count(*) as n from private.complaint_owner(m.code, r.code)) o
       where r.tier between 3 and 4`)
    expect(gaps).toMatchObject({ none: 0, stray: 0, deskless: 0 })
    expect(gaps?.pairs).toBeGreaterThan(3000)
  })

  it('is confident once, and harmless when the outbox delivers again', async () => {
    const [one] = await file('routed', { dispatchTo: undefined })
    const candidates = JSON.stringify([{ org_id: await org(places.county, 'market'), rank: 1, score: 85, reasons: ['属地管理'] }])
    for (let i = 0; i < 2; i += 1) await session.act('service', `select public.complaint_apply_route($1, $2, true)`, [one?.item_id, candidates])
    const routes = await session.read(handler, `select is_chosen from public.complaint_routes where case_id = $1`, [one?.case_id])
    expect(routes).toEqual([{ is_chosen: true }])
    expect((await follow('routed'))[0]).toMatchObject({ state: 'awaiting_receipt', org_reason: '属地管理' })
  })

  it('prefers a ruling for the place to the rule for all', async () => {
    await session.db.query('begin')
    await session.db.query(`select private.act_as('system:test')`)
    await session.db.query(`insert into public.complaint_routing_rules (matter_code, line_code, region_code, tier, reason, source) values ('food', 'urban', $1, 4, '裁定', 'ruling')`, [places.county])
    const { rows } = await session.db.query(`select org_name from public.complaint_owner('food', $1)`, [places.town])
    await session.db.query('rollback')
    expect(rows).toEqual([{ org_name: '庐阳区城市管理局' }])
  })
})

describe('lights', () => {
  async function age(itemId: string, days: number) {
    await session.act('postgres', `update public.work_terms set started_on = started_on - $2::int where item_id = $1`, [itemId, days])
    await session.act('postgres', `update public.work_items set next_light_at = now() where id = $1`, [itemId])
  }

  it('go from green to red as the term runs out, and tell the bodies', async () => {
    const [one] = await file('lights')
    const light = async () => (await session.read('postgres', 'select light from public.work_items where id = $1', [one?.item_id]))[0]?.light
    expect(await light()).toBe('green')
    await age(one?.item_id as string, 40)
    await session.act('postgres', 'select private.work_sweep()')
    expect(await light()).toBe('red')
    const told = await session.read('postgres', `select kind, (select is_coordinator from public.orgs o where o.id = n.org_id) as is_desk from public.work_notifications n where item_id = $1 and kind = 'supervised' order by 2`, [one?.item_id])
    expect(told).toEqual([{ kind: 'supervised', is_desk: false }, { kind: 'supervised', is_desk: true }])
    await act(handler, one?.item_id as string, 'receive')
    await act(handler, one?.item_id as string, 'accept')
    expect(await session.read('postgres', `select state from public.work_terms where item_id = $1 and key = 'complaint.accept'`, [one?.item_id])).toEqual([{ state: 'late' }])
    expect(await session.read(handler, `select is_late, light from public.complaint_case_list where id = $1`, [one?.case_id])).toEqual([{ is_late: true, light: 'green' }])
  })

  it('of other items change although one row cannot be swept', async () => {
    const [bad] = await file('bad')
    const [good] = await file('good')
    await session.db.query(`create function private.break_one() returns trigger language plpgsql as $$ begin if new.id = '${bad?.item_id}' then raise 'broken row'; end if; return new; end $$`)
    await session.db.query(`create trigger tg_95_break before update of light on public.work_items for each row when (new.light is distinct from old.light) execute function private.break_one()`)
    await age(bad?.item_id as string, 40)
    await age(good?.item_id as string, 40)
    await session.act('postgres', 'select private.work_sweep()')
    await session.db.query(`drop trigger tg_95_break on public.work_items; drop function private.break_one()`)
    expect((await session.read('postgres', 'select light from public.work_items where id = $1', [good?.item_id]))[0]?.light).toBe('red')
    expect(await session.read('postgres', 'select error from private.sweep_failures where item_id = $1', [bad?.item_id])).toEqual([{ error: 'broken row' }])
  })

  it('extend a tip once, by the approver, before its end', async () => {
    const [one] = await file('extend', { types: ['tip'] })
    await act(handler, one?.item_id as string, 'receive')
    await expect(act(handler, one?.item_id as string, 'extend')).rejects.toThrow('work.action_not_allowed')
    const due = async () => (await session.read('postgres', `select due_on::text from public.work_terms where item_id = $1 and key = 'tip.decide'`, [one?.item_id]))[0]?.due_on as string
    const before = await due()
    await act('reviewer.county-market', one?.item_id as string, 'extend')
    expect((await due()) > before).toBe(true)
    await expect(act('reviewer.county-market', one?.item_id as string, 'extend')).rejects.toThrow('term.cannot_extend')
  })
})

describe('realtime', () => {
  it('numbers every topic without a gap, and gives what was missed to whoever may join', async () => {
    const [one] = await file('live')
    await act(handler, one?.item_id as string, 'receive')
    const missed = await session.read(handler, `select seq::int, event from public.topic_since($1, 0)`, [`work:${one?.item_id}`])
    expect(missed.map((row) => row.seq)).toEqual([1, 2, 3])
    expect(missed.map((row) => row.event)).toEqual(['work_created', 'work_changed', 'work_changed'])
    expect(await session.read('handler.sibling-market', `select * from public.topic_since($1, 0)`, [`work:${one?.item_id}`])).toEqual([])
  })
})

describe('figures', () => {
  it('count what the list shows, and the parts add up', async () => {
    const leader = 'leader.province-coordination'
    const [one] = await file('figures')
    await session.act('postgres', `update public.work_terms set started_on = started_on - 40 where item_id = $1`, [one?.item_id])
    await session.act('postgres', `select private.work_refresh($1)`, [one?.item_id])
    for (const by of ['region', 'line']) {
      const rows = await session.read(leader, `select key, received::int, open::int, late::int, closed::int, on_time::int from public.complaint_figures($1, null, '2020-01-01', '2099-12-31', $2)`, [places.province, by])
      const [list] = await session.read(leader,
        `select count(*)::int as received, count(*) filter (where is_open)::int as open, count(*) filter (where is_open and is_late)::int as late, count(*) filter (where not is_open)::int as closed,
           count(*) filter (where not is_open and not is_late)::int as on_time from public.complaint_case_list`)
      const sum = (column: string) => rows.reduce((total, row) => total + Number(row[column]), 0)
      for (const column of ['received', 'open', 'late', 'closed', 'on_time']) expect(sum(column), `${by} ${column}`).toBe(list?.[column])
      for (const row of rows) expect(Number(row.open) + Number(row.closed)).toBe(row.received)
      expect(sum('late')).toBeGreaterThan(0)
    }
  })

  it('refuse a period that ends before it begins and a region that is none', async () => {
    const call = `select * from public.complaint_figures($1, null, $2, $3, 'line')`
    expect(await session.refusal('leader.city-coordination', call, [places.city, '2026-02-01', '2026-01-01'])).toBe('PT422 figures.invalid')
    expect(await session.refusal('leader.city-coordination', call, [999999999, '2026-01-01', '2026-02-01'])).toBe('PT422 figures.invalid')
  })
})
