import { describe, expect, it } from 'vitest'
import { uuidOf } from '../../../seed/uuid-of.ts'
import { openSession } from '../../session.ts'
import { complaintSteps, handler, reviewer } from './steps.ts'

const session = await openSession()
const { file, act, agree, told } = complaintSteps(session)
const lead = 'lead.county-market'
const audit = 'audit_admin.province-coordination'

const reveal = async (who: string, caseId: unknown, reason = '电话核实情况') =>
  (await session.act(who, `select * from public.reveal_reporter($1, $2)`, [caseId, reason]))[0]
const refusalOf = async (who: string, caseId: unknown) => (await reveal(who, caseId))?.refusal
const entries = (caseId: unknown) =>
  session.read('postgres', `select op, actor, new_row from private.audit_log where new_row ->> 'caseId' = $1 order by id`, [caseId])

describe('who filed an open case', () => {
  it('is seen by the named 承办人 only, with a reason, and on record', async () => {
    const [one] = await file('unmask')
    expect(await session.refusal(handler, `select * from public.reveal_reporter($1, ' ')`, [one?.case_id])).toBe('PT422 complaint.reason_required')
    expect(await refusalOf(handler, one?.case_id)).toBe('complaint.reveal_not_handler')
    await act(handler, one?.item_id as string, 'receive')
    expect(await reveal(handler, one?.case_id)).toMatchObject({ refusal: null, is_anonymous: false })
    expect(await refusalOf('lead.county-environment', one?.case_id)).toBe('complaint.not_found')
    expect(await refusalOf(reviewer, one?.case_id)).toBe('complaint.not_found')
    expect(await entries(one?.case_id)).toMatchObject([
      { op: 'refused', actor: uuidOf(handler), new_row: { refusal: 'complaint.reveal_not_handler', reason: '电话核实情况' } },
      { op: 'read', actor: uuidOf(handler), new_row: { caseNo: one?.case_no, reason: '电话核实情况' } },
      { op: 'refused', actor: uuidOf('lead.county-environment'), new_row: { refusal: 'complaint.not_found' } },
      { op: 'refused', actor: uuidOf(reviewer), new_row: { refusal: 'complaint.not_found' } },
    ])
  })

  it('is seen so often in an hour and no more; beyond the usual the lead hears of it', async () => {
    const [one] = await file('often')
    await act(handler, one?.item_id as string, 'receive')
    await session.act('postgres', `update private.quotas set amount = 3 where bucket = 'reveal-reporter.hour'`)
    await session.act('postgres', `update private.quotas set amount = 2 where bucket = 'reveal-reporter.day'`)
    await session.act('postgres', `delete from private.quota_counts where bucket like 'reveal-reporter.%'`)
    const refusals = []
    for (let i = 0; i < 4; i += 1) refusals.push(await refusalOf(handler, one?.case_id))
    expect(refusals).toEqual([null, null, null, 'quota.used_up'])
    expect(await told(one?.item_id as string, 'reveal_often')).toMatchObject([{ permission: 'complaint.assign', officer_id: null }])
    await session.act('postgres', `update private.quotas set amount = 100 where bucket like 'reveal-reporter.%'`)
    await session.act('postgres', `delete from private.quota_counts where bucket like 'reveal-reporter.%'`)
  })
})

describe('who filed a closed case', () => {
  const closed = async (name: string) => {
    const [one] = await file(name)
    await act(handler, one?.item_id as string, 'receive')
    await agree(handler, one?.item_id as string, 'refuse')
    return one
  }
  const ask = async (who: string, caseId: unknown) =>
    (await session.act(who, `select public.ask_reveal($1, '上级督查需要回访') as id`, [caseId]))[0]?.id as string
  const decide = (who: string, id: string, isGranted: boolean, words = '') =>
    session.refusal(who, `select public.decide_reveal($1, $2, $3)`, [id, isGranted, words])

  it('is seen after a second person agreed, by who asked, for a day', async () => {
    const one = await closed('closed-reveal')
    expect(await refusalOf(handler, one?.case_id)).toBe('complaint.reveal_closed')
    const asked = await ask(handler, one?.case_id)
    expect(await ask(handler, one?.case_id)).toBe(asked)
    expect(await told(one?.item_id as string, 'reveal_asked')).toMatchObject([{ permission: 'complaint.approve' }])
    expect(await refusalOf(handler, one?.case_id)).toBe('complaint.reveal_closed')
    await session.act(reviewer, `select public.decide_reveal($1, true)`, [asked])
    expect(await told(one?.item_id as string, 'reveal_decided')).toMatchObject([{ officer_id: uuidOf(handler) }])
    expect(await refusalOf(handler, one?.case_id)).toBeNull()
    expect(await refusalOf(lead, one?.case_id)).toBe('complaint.reveal_closed')
    await session.act('postgres', `update private.complaint_reveal_asks set decided_at = now() - interval '25 hours' where id = $1`, [asked])
    expect(await refusalOf(handler, one?.case_id)).toBe('complaint.reveal_closed')
  })

  it('is not agreed to by oneself, from elsewhere, twice, or refused without a reason', async () => {
    const one = await closed('closed-refused')
    const asked = await ask(lead, one?.case_id)
    expect(await decide(lead, asked, true)).toBe('PT403 complaint.own_ask')
    expect(await decide('reviewer.sibling-market', asked, true)).toBe('PT404 complaint.ask_not_found')
    expect(await decide(reviewer, asked, false, '\u200b ')).toBe('PT422 complaint.decision_required')
    await session.act(reviewer, `select public.decide_reveal($1, false, '与督查无关')`, [asked])
    expect(await decide(reviewer, asked, true)).toBe('PT409 complaint.ask_decided')
    expect(await refusalOf(lead, one?.case_id)).toBe('complaint.reveal_closed')
    const [open] = await file('open-ask')
    expect(await session.refusal(handler, `select public.ask_reveal($1, '上级督查需要回访')`, [open?.case_id])).toBe('PT409 complaint.reveal_open')
  })
})

it('the month’s sheet counts for the audit administrator what each officer saw and was refused', async () => {
  const [one] = await file('sheet')
  await refusalOf('handler.county-environment', one?.case_id)
  const sheet = await session.read(audit, `select * from public.reveal_sheet((now() at time zone 'Asia/Shanghai')::date)`)
  expect(sheet.find((row) => row.officer_id === uuidOf('handler.county-environment'))).toMatchObject({ reads: 0, refusals: 1, cases: 0 })
  expect(Number(sheet.find((row) => row.officer_id === uuidOf(handler))?.reads)).toBeGreaterThan(0)
  expect(await session.read(audit, `select * from public.reveal_sheet('2001-01-01')`)).toEqual([])
})
