/** The second person (审批) and the named handler (承办人), by the complaint's flow. */
import { describe, expect, it } from 'vitest'
import { complaintSteps, desk, handler, reviewer } from './modules/complaint/steps.ts'
import { personOf, places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, act, agree, told, offered, org } = complaintSteps(session)

const lead = 'lead.county-market'
const second = 'second.county-market'
const openOf = async (itemId: string) =>
  (
    await session.read('postgres', `select id, outcome, reason from public.work_approvals where item_id = $1 order by asked_at desc limit 1`, [
      itemId,
    ])
  )[0]
const decide = (who: string, id: unknown, isGranted: boolean, reason = '') =>
  session.act(who, `select state from public.work_decide($1, $2, $3)`, [id, isGranted, reason])
const facts = async (itemId: string) =>
  (await session.read('postgres', `select state, version, seq, handler_id, due_at from public.work_items where id = $1`, [itemId]))[0]

async function verifying(name: string): Promise<string> {
  const [one] = await file(name, { types: ['tip'] })
  await act(handler, one?.item_id as string, 'receive')
  return one?.item_id as string
}

describe('what needs a second person', () => {
  it('does not happen by asking: the state stays, the term keeps running, the other body sees who waits for whom', async () => {
    const item = await verifying('ask')
    const before = await facts(item)
    const [answer] = await act(handler, item, 'not_file', { public_text: '未发现违法行为' })
    expect(answer).toMatchObject({ is_asked: true, state: 'verifying' })
    expect(await facts(item)).toEqual({ ...before, seq: Number(before?.seq) + 1 })
    expect(await session.read(reviewer, `select awaits_my_approval from public.work_inbox where id = $1`, [item])).toEqual([
      { awaits_my_approval: true },
    ])
    expect(await session.read(handler, `select awaits_my_approval, has_open_approval from public.work_inbox where id = $1`, [item])).toEqual([
      { awaits_my_approval: false, has_open_approval: true },
    ])
    expect(await told(item, 'approval_asked')).toMatchObject([{ permission: 'complaint.approve' }])
    expect(await session.read(reviewer, `select words from public.work_approvals where item_id = $1`, [item])).toEqual([
      {
        words: [
          { label: '不予立案理由', text: '经核查违法事实不成立' },
          { label: '给举报人的说明', text: '未发现违法行为' },
        ],
      },
    ])
    // The citizen hears nothing of what is not decided.
    expect(
      await session.read(
        'postgres',
        `select count(*)::int as n from public.complaint_answers a join public.complaint_cases c on c.id = a.case_id where c.item_id = $1`,
        [item],
      ),
    ).toEqual([{ n: 0 }])
  })

  it('cannot be granted by whoever asked, also when they hold the permission, nor by people without it', async () => {
    const [one] = await file('own', { types: ['tip'] })
    const item = one?.item_id as string
    await act(lead, item, 'receive')
    await act(lead, item, 'file_case')
    const asked = await openOf(item)
    const refusal = (who: string) => session.refusal(who, `select * from public.work_decide($1, true)`, [asked?.id])
    expect(await refusal(lead)).toBe('PT403 work.own_approval')
    for (const who of [
      handler,
      second,
      'reviewer.county-environment',
      'reviewer.sibling-market',
      'coordinator.county-coordination',
      'stranger:00000000-0000-4000-8000-000000000000',
    ])
      expect(await refusal(who), who).toBe('PT404 work.not_found')
    expect(await refusal(reviewer)).toBe('ok')
  })

  it('is carried out when granted, in the name of whoever agreed, with who asked on record', async () => {
    const item = await verifying('grant')
    await agree(handler, item, 'file_case', { note: '现场属实' })
    const [event] = await session.read(
      handler,
      `select action, actor, asked_by_name, note, words from public.work_events where item_id = $1 order by seq desc limit 1`,
      [item],
    )
    expect(event).toMatchObject({
      action: 'file_case',
      actor: personOf(reviewer).id,
      asked_by_name: '测试员',
      note: '现场属实',
      words: [{ label: '立案理由', text: '现场属实' }],
    })
    expect(await facts(item)).toMatchObject({ state: 'investigating', handler_id: personOf(handler).id })
    expect(await told(item, 'approval_granted')).toMatchObject([{ officer_id: personOf(handler).id }])
  })

  it('goes back with a reason, which must be given, and can be asked again', async () => {
    const item = await verifying('refuse')
    await act(handler, item, 'file_case')
    const asked = await openOf(item)
    expect(await session.refusal(reviewer, `select * from public.work_decide($1, false, ' ')`, [asked?.id])).toBe('PT422 work.field_required')
    await decide(reviewer, asked?.id, false, '证据不足，请补充')
    expect(await openOf(item)).toMatchObject({ outcome: 'refused', reason: '证据不足，请补充' })
    expect(await told(item, 'approval_refused')).toMatchObject([{ body: expect.stringContaining('证据不足') }])
    expect(await facts(item)).toMatchObject({ state: 'verifying' })
    expect(await session.refusal(reviewer, `select * from public.work_decide($1, true)`, [asked?.id])).toBe('PT409 work.approval_over')
    // The same answer again is harmless.
    await decide(reviewer, asked?.id, false, '证据不足，请补充')
    await agree(handler, item, 'file_case')
    expect(await facts(item)).toMatchObject({ state: 'investigating' })
  })

  it('is asked once at a time, can be taken back, and lapses when the item moves otherwise', async () => {
    const item = await verifying('lapse')
    await act(handler, item, 'file_case')
    await expect(act(handler, item, 'not_file')).rejects.toThrow('work.blocked')
    const first = await openOf(item)
    expect(await session.refusal(second, `select public.withdraw_approval($1)`, [first?.id])).toBe('PT404 work.not_found')
    await session.act(handler, `select public.withdraw_approval($1)`, [first?.id])
    expect(
      await session.read(handler, `select action_label, actor_name from public.work_events where item_id = $1 order by seq desc limit 1`, [item]),
    ).toEqual([{ action_label: '撤回提请：立案', actor_name: '测试员' }])
    expect(await openOf(item)).toMatchObject({ outcome: 'withdrawn' })
    await act(handler, item, 'file_case')
    const again = await openOf(item)
    await act(handler, item, 'request_material')
    expect(await openOf(item)).toMatchObject({ outcome: 'withdrawn', reason: '事项已有新的办理' })
    expect(await session.refusal(reviewer, `select * from public.work_decide($1, true)`, [again?.id])).toBe('PT409 work.approval_over')
  })

  it('survives a press, which decides nothing', async () => {
    const item = await verifying('press-asked')
    await act(handler, item, 'file_case')
    await act(desk, item, 'urge')
    await act(desk, item, 'supervise')
    const asked = await openOf(item)
    expect(asked).toMatchObject({ outcome: null })
    await decide(reviewer, asked?.id, true)
    expect(await facts(item)).toMatchObject({ state: 'investigating' })
  })

  it('is refused with the fields that are missing already when asked for', async () => {
    const item = await verifying('fields')
    await expect(act(handler, item, 'not_file', { public_text: ' ' })).rejects.toThrow('work.field_required')
    expect(await openOf(item)).toBeUndefined()
  })
})

describe('the named handler', () => {
  it('is who signs for the work; colleagues are told whose it is, the lead may step in', async () => {
    const item = await verifying('mine')
    expect(await facts(item)).toMatchObject({ handler_id: personOf(handler).id })
    await expect(act(second, item, 'request_material')).rejects.toThrow('work.blocked')
    expect(await offered(second, item)).not.toContain('request_material')
    expect(await offered(handler, item)).toContain('request_material')
    await act(lead, item, 'request_material')
    expect(await facts(item)).toMatchObject({ state: 'awaiting_material', handler_id: personOf(handler).id })
  })

  it('is named by the lead, changed with a reason only, and only to somebody of the body who may do the work', async () => {
    const item = await verifying('assigned')
    const assign = (officer: string, note: string) => act(lead, item, 'assign', { officer_id: personOf(officer).id, note })
    await expect(assign(second, '')).rejects.toThrow('work.field_required')
    for (const unfit of [reviewer, 'handler.county-environment', 'disabled.county-market'])
      await expect(assign(unfit, '工作调整'), unfit).rejects.toThrow(/work\.(officer_unfit|field_invalid)/)
    await assign(second, '工作调整')
    expect(await facts(item)).toMatchObject({ handler_id: personOf(second).id })
    expect(await told(item, 'handler_assigned')).toMatchObject([{ officer_id: personOf(second).id }])
    await expect(act(handler, item, 'request_material')).rejects.toThrow('work.blocked')
    await expect(act(handler, item, 'assign', { officer_id: personOf(handler).id })).rejects.toThrow('work.action_not_allowed')
  })

  it('takes it oneself while nobody has it, and leaves it with the body when the item goes elsewhere', async () => {
    const [one] = await file('taken')
    const item = one?.item_id as string
    await act(second, item, 'take')
    await expect(act(handler, item, 'take')).rejects.toThrow('work.blocked')
    await expect(act(handler, item, 'receive')).rejects.toThrow('work.blocked')
    await act(second, item, 'hand_over', { to_org_id: await org(places.county, 'environment') })
    expect(await facts(item)).toMatchObject({ handler_id: null })
  })

  it('has a deputy while away, who works in their name', async () => {
    const item = await verifying('away')
    await session
      .act(handler, `update public.officer_absences set ends_on = starts_on where officer_id = $1`, [personOf(handler).id])
      .catch(() => undefined)
    await session.act('postgres', `delete from public.officer_absences where officer_id = $1`, [personOf(handler).id])
    const [day] = await session.read('postgres', `select private.local_day(now())::text as today`)
    const away = (deputy: string, from: unknown, to: unknown) =>
      session.act(handler, `select public.set_absence($1, $2, $3) as id`, [personOf(deputy).id, from, to])
    for (const [deputy, from, to] of [
      [handler, day?.today, day?.today],
      ['handler.county-environment', day?.today, day?.today],
      [second, '2020-01-01', '2020-01-02'],
    ] as const)
      await expect(away(deputy, from, to), deputy).rejects.toThrow(/officer\.(deputy_unfit|absence_period)/)
    const [made] = await away(second, day?.today, day?.today)
    await expect(away(lead, day?.today, day?.today)).rejects.toThrow('officer.absence_overlaps')
    expect(await session.read(second, `select is_handled_by_me from public.work_inbox where id = $1`, [item])).toEqual([{ is_handled_by_me: true }])
    await act(second, item, 'request_material')
    expect(await session.read(handler, `select actor_name from public.work_events where item_id = $1 order by seq desc limit 1`, [item])).toEqual([
      { actor_name: '测试员（代测试员）' },
    ])
    await session.act(handler, `select public.end_absence($1)`, [made?.id])
    expect(await session.read(second, `select is_handled_by_me from public.work_inbox where id = $1`, [item])).toEqual([{ is_handled_by_me: false }])
  })
})

describe('催办, 督办, 批示', () => {
  it('reach an overdue dispatch as well, but never from the body itself', async () => {
    const [one] = await file('late-desk', { dispatchTo: undefined, matter: 'other' })
    const item = one?.item_id as string
    await expect(act(desk, item, 'urge')).rejects.toThrow('work.blocked')
    await act('coordinator.city-coordination', item, 'urge')
    await act('leader.province-coordination', item, 'supervise', { due_on: '2099-01-05' })
    await act('leader.province-coordination', item, 'instruct', { note: '请今日分派' })
    expect(await told(item, 'urged')).toHaveLength(1)
    expect(await told(item, 'instructed')).toMatchObject([{ is_desk: true, body: expect.stringContaining('请今日分派') }])
    await act(desk, item, 'answer_supervision', { note: '已联系承办单位' })
  })

  it('督办 has a date, an answer and a release; the answer goes to who pressed', async () => {
    const item = await verifying('supervised')
    const before = await facts(item)
    await expect(act(desk, item, 'supervise', { due_on: '2020-01-05' })).rejects.toThrow('work.field_invalid')
    await act(desk, item, 'supervise', { due_on: '2099-01-05' })
    expect(await facts(item)).toMatchObject({ version: before?.version, due_at: before?.due_at })
    expect(
      await session.read(handler, `select key, due_on::text from public.work_terms where item_id = $1 and key = 'work.supervise'`, [item]),
    ).toEqual([{ key: 'work.supervise', due_on: '2099-01-05' }])
    await act(handler, item, 'answer_supervision', { note: '正在核查' })
    expect(await told(item, 'supervision_answered')).toMatchObject([{ is_desk: true }])
    await expect(act(handler, item, 'answer_supervision')).rejects.toThrow('work.blocked')
    await act(desk, item, 'release_supervision')
    expect(await session.read(handler, `select is_supervised from public.work_inbox where id = $1`, [item])).toEqual([{ is_supervised: false }])
    await expect(act(desk, item, 'release_supervision')).rejects.toThrow('work.blocked')
  })

  it('督办 without an answer is said to who pressed, and makes nobody late', async () => {
    const item = await verifying('unanswered')
    await act(desk, item, 'supervise', { due_on: '2099-01-05' })
    await session.act('postgres', `update public.work_terms set due_at = now() - interval '1 minute' where item_id = $1 and key = 'work.supervise'`, [
      item,
    ])
    await session.act('postgres', 'select private.work_sweep()')
    expect(await told(item, 'supervision_lapsed')).toMatchObject([{ is_desk: true }])
    expect(await session.read(handler, `select is_supervised from public.work_inbox where id = $1`, [item])).toEqual([{ is_supervised: true }])
    expect(await session.read('postgres', `select was_late from public.work_items where id = $1`, [item])).toEqual([{ was_late: false }])
  })
})

describe('after the end', () => {
  it('a bad rating reaches the handler, the lead and the coordinator with its reason, once; and is called back', async () => {
    const [one] = await file('unhappy')
    const item = one?.item_id as string
    await act(handler, item, 'receive')
    await act(handler, item, 'accept')
    await act(handler, item, 'conclude')
    await agree(handler, item, 'answer')
    for (let i = 0; i < 2; i += 1)
      await session.act('service', `select public.citizen_act('code:unhappy', 'tail:unhappy', $1, 'rate', '{"level":1,"reason":"没有退款"}')`, [
        one?.case_no,
      ])
    expect(await told(item, 'dissatisfied')).toMatchObject([
      { officer_id: personOf(handler).id, body: expect.stringContaining('没有退款') },
      { permission: 'complaint.assign' },
      { permission: 'complaint.supervise', is_desk: true },
    ])
    expect(await session.read(handler, `select satisfaction from public.complaint_case_list where id = $1`, [one?.case_id])).toEqual([
      { satisfaction: 1 },
    ])
    await act(handler, item, 'call_back', { note: '已电话回访，商家次日退款' })
    expect(await facts(item)).toMatchObject({ state: 'answered' })
  })

  it('an anonymous tip starts no clock of telling anybody', async () => {
    const [one] = await file('anonymous', { types: ['tip'] })
    const item = one?.item_id as string
    await session.act(
      'postgres',
      `update public.complaint_reporters set is_anonymous = true where filing_id = (select filing_id from public.complaint_cases where item_id = $1)`,
      [item],
    )
    await act(handler, item, 'receive')
    await agree(handler, item, 'file_case')
    expect(await session.read(handler, `select key from public.work_terms where item_id = $1 and state = 'running'`, [item])).toEqual([
      { key: 'tip.settle' },
    ])
    await expect(act(handler, item, 'notify')).rejects.toThrow('work.blocked')
  })
})
