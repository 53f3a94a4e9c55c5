import { describe, expect, it } from 'vitest'
import { uuidOf } from '../../../seed/uuid-of.ts'
import type { FiledCase } from './filing.ts'
import { complaintSteps, desk, handler } from './steps.ts'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const { file, act, agree, lookUp, org } = complaintSteps(session)

describe('passing a case on', () => {
  it('stays within the region, except for a coordinator who asks a body above', async () => {
    const [one] = await file('reach')
    const beyond = [await org(places.sibling, 'market'), await org(places.city, 'market'), await org(places.county, 'coordination')]
    for (const to_org_id of beyond)
      await expect(act(handler, one?.item_id as string, 'hand_over', { to_org_id })).rejects.toThrow('work.org_out_of_reach')
    await act(handler, one?.item_id as string, 'give_back')
    await expect(act(desk, one?.item_id as string, 'dispatch', { to_org_id: await org(places.sibling, 'market') })).rejects.toThrow(
      'work.org_out_of_reach',
    )
    await act(desk, one?.item_id as string, 'dispatch', { to_org_id: await org(places.city, 'market') })
  })

  it('is offered the bodies within reach, and never the one that holds it', async () => {
    const [one] = await file('offers')
    const [waiting] = await file('offers-desk', { dispatchTo: undefined, matter: 'other' })
    const found = async (who: string, item: FiledCase | undefined, action: string, text: string) =>
      (await session.read(who, `select name from public.find_work_targets($1, $2, $3)`, [item?.item_id, action, text])).map((row) => row.name)
    expect(await found(handler, one, 'hand_over', '市场监督')).toEqual([])
    expect(await found(handler, one, 'hand_over', '生态')).toEqual(['庐阳区生态环境局'])
    expect(await found(desk, waiting, 'dispatch', '市场监督')).toEqual(['庐阳区市场监督管理局', '合肥市市场监督管理局', '安徽省市场监督管理局'])
    expect(await found('norole.county-market', one, 'hand_over', '生态')).toEqual([])
    expect(await found('disabled.county-market', one, 'hand_over', '')).toEqual([])
  })
})

describe('filing', () => {
  it('makes one case for a key, however often it is sent', async () => {
    const first = await file('twice')
    const second = await file('twice')
    expect(second.map((one) => [one.case_no, one.is_new])).toEqual(first.map((one) => [one.case_no, false]))
    const [count] = await session.read('postgres', `select count(*)::int as n from public.complaint_cases where title = '测试件 twice'`)
    expect(count?.n).toBe(1)
  })

  it('gives neither code nor case to another person who holds the key', async () => {
    const key = uuidOf('key:shared')
    const form = { caseTypes: ['tip'], matterCode: 'food', title: 't', content: 'c', subjectName: 's', regionCode: places.town }
    const call = `select * from public.file_complaint($1, $2, $3, $4, $5, $6)`
    const values = (code: string, tail: string, phone: string, change: object = {}, seal = 'v1.one') => [
      key,
      JSON.stringify({ ...form, ...change }),
      JSON.stringify({ isAnonymous: false, nameMasked: '张*', phoneMasked: 'x', sealed: seal }),
      code,
      tail,
      phone,
    ]
    const send = (...parts: Parameters<typeof values>) => session.refusal('service', call, values(...parts))
    await session.act('service', call, values('code:shared', 'tail:shared', 'phone:shared'))
    // The seal of a repeat is another, the form is the same.
    expect(await send('code:shared', 'tail:shared', 'phone:shared', {}, 'v1.two')).toBe('ok')
    expect(await send('code:shared', 'tail:other', 'phone:shared')).toBe('PT409 complaint.key_used')
    expect(await send('code:shared', 'tail:shared', 'phone:other')).toBe('PT409 complaint.key_used')
    // Nor is another form of the same person taken for the first.
    expect(await send('code:shared', 'tail:shared', 'phone:shared', { title: 'u' })).toBe('PT409 complaint.form_changed')
    expect(await send('code:shared', 'tail:shared', 'phone:shared', { caseTypes: ['tip', 'complaint'] })).toBe('PT409 complaint.form_changed')
  })

  it('splits a submission that is both into two linked cases with clocks of their own', async () => {
    const both = await file('both', { types: ['complaint', 'tip'] })
    expect(both.map((one) => one.case_no.slice(0, 2))).toEqual(['TS', 'JB'])
    const rows = await session.read(handler, `select item_id, due_at from public.complaint_case_list where id = any ($1) order by case_type`, [
      both.map((one) => one.case_id),
    ])
    const links = await session.read(
      handler,
      `select from_item_id, to_item_id from public.work_links where role = 'same_filing' and from_item_id = $1`,
      [rows[0]?.item_id],
    )
    expect(links).toEqual([{ from_item_id: rows[0]?.item_id, to_item_id: rows[1]?.item_id }])
    expect(rows[0]?.due_at).not.toEqual(rows[1]?.due_at)
  })

  it('refuses a region outside the site, a matter that is none and a day to come', async () => {
    const call = (change: Record<string, unknown>) =>
      session.refusal(
        'service',
        `select * from public.file_complaint(gen_random_uuid(), $1, '{"isAnonymous":false,"nameMasked":"张*","phoneMasked":"x"}', 'a', 'b', 'c')`,
        [
          JSON.stringify({
            caseTypes: ['complaint'],
            matterCode: 'food',
            title: 't',
            content: 'c',
            subjectName: 's',
            regionCode: places.town,
            ...change,
          }),
        ],
      )
    expect(await call({})).toBe('ok')
    expect(await call({ regionCode: 110101000 })).toBe('PT422 complaint.region_unknown')
    expect(await call({ regionCode: places.province })).toBe('PT422 complaint.region_unknown')
    expect(await call({ matterCode: 'dragons' })).toBe('PT422 complaint.matter_unknown')
    expect(await call({ occurredOn: '2099-01-01' })).toBe('PT422 complaint.date_in_future')
    expect(await call({ title: 'x'.repeat(61) })).toMatch(/^23514/)
    // A doubtful code is kept and marked, never a reason to send a citizen away.
    expect(await call({ subjectUscc: '91310000607352621B' })).toBe('ok')
  })

  it('takes rare characters, emoji, quotes and markup as they are', async () => {
    const content = `𠮷野家 🍜 '; drop table x; -- <script>alert(1)</script> \\ % _ 䶮`
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
    expect((await lookUp('story'))[0]).toMatchObject({
      state: 'awaiting_dispatch',
      org_name: '庐阳区数据资源管理局',
      term_label: '分派',
      filing: { subjectName: '测试商店', wish: '退款', materials: [] },
    })
    await act(desk, item, 'dispatch', { to_org_id: market, note: '属市场监管职责' })
    expect((await lookUp('story'))[0]).toMatchObject({
      state_label: '待签收',
      org_name: '庐阳区市场监督管理局',
      org_reason: '属市场监管职责',
      term_label: '受理决定',
    })
    await act(handler, item, 'receive')
    await act(handler, item, 'request_material', { note: '请补充小票' })
    expect((await lookUp('story'))[0]).toMatchObject({ material_request: '请补充小票', can_supply: true, term_label: '投诉人补正' })
    await session.act('service', `select public.citizen_act('code:story', 'tail:story', $1, 'supply_material', '{"text":"小票见照片"}')`, [
      one?.case_no,
    ])
    await act(handler, item, 'accept')
    await act(handler, item, 'conclude', { outcome: 'agreed', note: '商家退款，内部记录' })
    await agree(handler, item, 'answer', { public_text: '商家已退款。' })
    const [end] = await lookUp('story')
    expect(end).toMatchObject({ state_label: '已反馈', is_open: false, can_rate: true, due_at: null })
    expect(end?.answers).toMatchObject([{ text: '商家已退款。', outcomeLabel: '达成调解协议', orgName: '庐阳区市场监督管理局' }])
    const timeline = ((end?.timeline ?? []) as { label: string }[]).map((event) => event.label)
    expect(timeline).toEqual(['提交', '分派', '签收', '要求补正', '补正材料', '受理', '调解结束', '答复'])
    // What officers wrote among themselves, and their names, stay inside.
    expect(JSON.stringify(end)).not.toMatch(/内部记录|测试员/)
    await session.act('service', `select public.citizen_act('code:story', 'tail:story', $1, 'rate', '{"level":5}')`, [one?.case_no])
    expect((await lookUp('story'))[0]).toMatchObject({ can_rate: false, rating: 5 })
    const again = (level: number) =>
      session.refusal('service', `select public.citizen_act('code:story', 'tail:story', $1, 'rate', $2)`, [one?.case_no, JSON.stringify({ level })])
    expect([await again(5), await again(1)]).toEqual(['ok', 'PT409 complaint.already_rated'])
  })

  it('answers alike for a code that does not exist and for a wrong phone tail', async () => {
    await file('alike')
    for (const [code, tail] of [
      ['code:alike', 'tail:wrong'],
      ['code:none', 'tail:alike'],
    ])
      expect(await session.refusal('service', `select * from public.look_up_complaint($1, $2)`, [code, tail])).toBe('PT404 complaint.not_found')
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
    expect(events.map((row) => row.action)).toEqual(['file', 'route', 'receive'])
  })

  it('takes a key for one act only', async () => {
    const [one] = await file('key-once')
    const key = uuidOf('key-once')
    await act(handler, one?.item_id as string, 'receive', {}, key)
    await expect(act(handler, one?.item_id as string, 'accept', {}, key)).rejects.toThrow('work.key_used')
    await expect(act(handler, one?.item_id as string, 'receive', { note: '另一句话' }, key)).rejects.toThrow('work.key_used')
  })

  it('keeps nothing that nobody sees, and takes nothing but that for empty', async () => {
    const [one] = await file('invisible')
    const item = one?.item_id as string
    await act(handler, item, 'receive')
    const hidden = '\u200b\u202e\ufeff\u0007'
    await expect(act(handler, item, 'give_back', { reason: 'wrong_department', note: hidden })).rejects.toThrow('work.field_required')
    await act(handler, item, 'give_back', { reason: 'wrong_department', note: `不属于\u202e本局\u200b职责\n请转办` })
    const [said] = await session.read('postgres', `select note from public.work_events where item_id = $1 order by seq desc limit 1`, [item])
    expect(said?.note).toBe('不属于本局职责\n请转办')
  })

  it('names the field that is missing', async () => {
    const [one] = await file('fields')
    await act(handler, one?.item_id as string, 'receive')
    const refuse = (payload: object) =>
      session.refusal(handler, `select * from public.work_act($1, 'refuse', $2, 3, gen_random_uuid())`, [one?.item_id, JSON.stringify(payload)])
    expect(await refuse({ public_text: 'x' })).toBe('PT422 work.field_required')
    expect(await refuse({ ground: 'mood', public_text: 'x' })).toBe('PT422 code.unknown')
    expect(await refuse({ ground: 'other', public_text: 'x'.repeat(2001) })).toBe('PT422 work.field_too_long')
    expect(await refuse({ ground: 'other', public_text: 'x' })).toBe('ok')
  })

  it('keeps nothing of a payload that the action does not ask for', async () => {
    const [one] = await file('extra')
    await act(handler, one?.item_id as string, 'receive', { public_text: '混入的答复', note: '混入的意见' })
    expect(
      await session.read(handler, `select payload, note from public.work_events where item_id = $1 and action = 'receive'`, [one?.item_id]),
    ).toEqual([{ payload: {}, note: '' }])
    expect((await lookUp('extra'))[0]?.answers).toEqual([])
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
    expect(
      await session.read(handler, `select r.* from public.complaint_reporters r join public.complaint_cases c using (filing_id) where c.id = $1`, [
        one?.case_id,
      ]),
    ).toEqual([])
    expect(await session.act(handler, `select refusal from public.reveal_reporter($1, '需要联系投诉人')`, [one?.case_id])).toEqual([
      { refusal: 'complaint.not_found' },
    ])
    expect(
      await session.read(
        'handler.county-environment',
        `select r.* from public.complaint_reporters r join public.complaint_cases c using (filing_id) where c.id = $1`,
        [one?.case_id],
      ),
    ).toHaveLength(1)
  })
})
