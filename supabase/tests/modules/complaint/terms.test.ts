import { describe, expect, it } from 'vitest'
import { complaintSteps, desk, handler, reviewer } from './steps.ts'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'

const session = await openSession()
const { file, act, agree, age, outlive, sweep, told, offered, org } = complaintSteps(session)

describe('lights', () => {
  const lightOf = async (itemId: string) => (await session.read('postgres', 'select light from public.work_items where id = $1', [itemId]))[0]?.light

  it('go from green to red as the term runs out, and tell whom the ladder names', async () => {
    const [one] = await file('lights')
    const item = one?.item_id as string
    expect(await lightOf(item)).toBe('green')
    await outlive(item)
    await sweep()
    expect(await lightOf(item)).toBe('orange')
    // The body, as nobody is named yet, and whoever names the 承办人.
    expect(await told(item, 'overdue')).toMatchObject([
      { is_desk: false, permission: null },
      { is_desk: false, permission: 'complaint.assign' },
    ])
    await age(item, 30)
    await sweep()
    expect(await lightOf(item)).toBe('red')
    expect(await told(item, 'overdue_long')).toMatchObject([{ is_desk: false }, { is_desk: true }])
    await act(handler, item, 'receive')
    await act(handler, item, 'accept')
    expect(await session.read('postgres', `select state from public.work_terms where item_id = $1 and key = 'complaint.accept'`, [item])).toEqual([
      { state: 'late' },
    ])
    // In time again with the next term; that it was late shows in the terms, and when the body closes it.
    expect(await session.read(handler, `select is_late, light from public.complaint_case_list where id = $1`, [one?.case_id])).toEqual([
      { is_late: false, light: 'green' },
    ])
    expect(await session.read('postgres', `select was_late from public.work_items where id = $1`, [item])).toEqual([{ was_late: true }])
  })

  it('of other items change although one row cannot be swept', async () => {
    const [bad] = await file('bad')
    const [good] = await file('good')
    await session.db.query(
      `create function private.break_one() returns trigger language plpgsql as $$ begin if new.id = '${bad?.item_id}' then raise 'broken row'; end if; return new; end $$`,
    )
    await session.db.query(
      `create trigger tg_95_break before update of light on public.work_items for each row when (new.light is distinct from old.light) execute function private.break_one()`,
    )
    await age(bad?.item_id as string, 40)
    await age(good?.item_id as string, 40)
    await sweep()
    await session.db.query(`drop trigger tg_95_break on public.work_items; drop function private.break_one()`)
    expect(await lightOf(good?.item_id as string)).toBe('red')
    expect(await session.read('postgres', 'select error from private.sweep_failures where item_id = $1', [bad?.item_id])).toEqual([
      { error: 'broken row' },
    ])
  })

  it('charge a late dispatch to the desk, and not to the body that gets it', async () => {
    const [one] = await file('late-desk', { dispatchTo: undefined, matter: 'other' })
    const item = one?.item_id as string
    await outlive(item)
    await sweep()
    expect(await session.read(desk, `select is_late from public.complaint_case_list where id = $1`, [one?.case_id])).toEqual([{ is_late: true }])
    await act(desk, item, 'dispatch', { to_org_id: await org(places.county, 'market') })
    await act(handler, item, 'receive')
    await agree(handler, item, 'refuse')
    expect(await session.read(handler, `select is_late from public.complaint_case_list where id = $1`, [one?.case_id])).toEqual([{ is_late: false }])
    expect(
      await session.read('postgres', `select late_org_id = $2 as is_desk from public.work_terms where item_id = $1 and state = 'late'`, [
        item,
        await org(places.county, 'coordination'),
      ]),
    ).toEqual([{ is_desk: true }])
  })

  it('charge what ran out before a hand-over to the body that let it', async () => {
    const [one] = await file('late-passed')
    const item = one?.item_id as string
    await act(handler, item, 'receive')
    await age(item, 30)
    await act(handler, item, 'hand_over', { to_org_id: await org(places.county, 'environment') })
    await act('handler.county-environment', item, 'receive')
    await agree('handler.county-environment', item, 'refuse', {}, 'reviewer.county-environment')
    expect(await session.read('postgres', `select was_late from public.work_items where id = $1`, [item])).toEqual([{ was_late: false }])
    expect(await session.read('postgres', `select state from public.work_terms where item_id = $1 and key = 'complaint.accept'`, [item])).toEqual([
      { state: 'late' },
    ])
  })

  it('stay on record when the case is given back and dispatched again', async () => {
    const [one] = await file('late-back')
    await age(one?.item_id as string, 40)
    await sweep()
    await act(handler, one?.item_id as string, 'give_back')
    await act(desk, one?.item_id as string, 'dispatch', { to_org_id: await org(places.county, 'market') })
    expect(await session.read('postgres', `select state from public.work_terms where item_id = $1 order by id`, [one?.item_id])).toEqual([
      { state: 'met' },
      { state: 'late' },
      { state: 'met' },
      { state: 'running' },
    ])
  })

  it('that are met straight out of a pause have their end', async () => {
    const [one] = await file('paused-accept')
    await act(handler, one?.item_id as string, 'receive')
    await act(handler, one?.item_id as string, 'request_material')
    await act(handler, one?.item_id as string, 'accept')
    expect(
      await session.read(
        'postgres',
        `select key, state, due_on is not null as has_end from public.work_terms where item_id = $1 and key in ('complaint.accept', 'complaint.supply') order by key`,
        [one?.item_id],
      ),
    ).toEqual([
      { key: 'complaint.accept', state: 'met', has_end: true },
      { key: 'complaint.supply', state: 'met', has_end: true },
    ])
  })

  it('are quoted with a move by their legal basis, where somebody has checked it', async () => {
    const [one] = await file('basis', { types: ['complaint', 'tip'] })
    await act(handler, one?.item_id as string, 'receive')
    const quoted = await session.read(
      handler,
      `select action, basis from public.work_actions($1) where action in ('accept', 'hand_over') order by action`,
      [one?.item_id],
    )
    // The rule of 调解 waits to be checked; a hand-over touches no term.
    expect(quoted).toEqual([
      { action: 'accept', basis: [{ label: '受理决定', basis: expect.stringContaining('总局令') as string }] },
      { action: 'hand_over', basis: [] },
    ])
  })

  it('are not offered for extension once they are over, with the reason', async () => {
    const [one] = await file('no-extend', { types: ['tip'] })
    await act(handler, one?.item_id as string, 'receive')
    expect(await offered(handler, one?.item_id as string)).toContain('extend')
    await age(one?.item_id as string, 40)
    await sweep()
    expect(await session.read(handler, `select blocked from public.work_actions($1) where action = 'extend'`, [one?.item_id])).toEqual([
      { blocked: '该时限已延长过、已超期或已中止，不能再延长' },
    ])
    await expect(act(handler, one?.item_id as string, 'extend')).rejects.toThrow('work.blocked')
  })

  it('extend a tip once, with a second person, before its end', async () => {
    const [one] = await file('extend', { types: ['tip'] })
    const item = one?.item_id as string
    await act(handler, item, 'receive')
    await expect(act(reviewer, item, 'extend')).rejects.toThrow('work.action_not_allowed')
    const due = async () =>
      (await session.read('postgres', `select due_on::text from public.work_terms where item_id = $1 and key = 'tip.decide'`, [item]))[0]
        ?.due_on as string
    const before = await due()
    await act(handler, item, 'extend')
    expect(await due()).toBe(before)
    await session.act(reviewer, `select * from public.work_decide((select id from public.work_approvals where item_id = $1), true)`, [item])
    expect((await due()) > before).toBe(true)
    expect(await session.read('postgres', `select amount, reason from public.work_extensions where item_id = $1`, [item])).toEqual([
      { amount: 15, reason: '理由说明' },
    ])
    await expect(act(handler, item, 'extend')).rejects.toThrow('work.blocked')
  })

  it('do not go on without an answer from the citizen: the request ends, and the clock of the body runs again', async () => {
    const [one] = await file('lapse')
    const item = one?.item_id as string
    await act(handler, item, 'receive')
    await act(handler, item, 'request_material')
    await age(item, 60)
    await sweep()
    expect(await session.read(handler, `select state, is_late from public.complaint_case_list where id = $1`, [one?.case_id])).toMatchObject([
      { state: 'awaiting_decision' },
    ])
    const terms = await session.read(
      'postgres',
      `select key, state, late_org_id from public.work_terms where item_id = $1 and key like 'complaint.%' order by id`,
      [item],
    )
    expect(terms.slice(1)).toEqual([
      { key: 'complaint.accept', state: 'running', late_org_id: null },
      // The citizen's term ran out; no body is late by it.
      { key: 'complaint.supply', state: 'late', late_org_id: null },
    ])
  })
})
