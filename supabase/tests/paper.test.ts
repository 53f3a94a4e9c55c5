/** Papers: issued with the move, numbered without gaps, frozen, rendered once, confirmed by code. */
import type pg from 'pg'
import { describe, expect, it } from 'vitest'
import { complaintSteps, handler } from './modules/complaint/steps.ts'
import type { FiledCase } from './modules/complaint/filing.ts'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, act, agree, lookUp, org } = complaintSteps(session)
const lead = 'lead.county-market'
const admin = 'system_admin.province-coordination'
const papersOf = (itemId: string) => session.read('postgres', 'select * from public.papers where item_id = $1 order by issued_at, no', [itemId])

async function received(name: string, change: Parameters<typeof file>[1] = {}) {
  const [one] = await file(name, change)
  await act(handler, one!.item_id, 'receive')
  return one!
}
async function accepted(name: string) {
  const one = await received(name)
  await act(handler, one.item_id, 'accept')
  return { ...one, paper: (await papersOf(one.item_id))[0]! }
}

/** As the outbox does: the delivery of a paper, leased. */
async function lease(paperId: unknown) {
  const [row] = await session.act(
    'postgres',
    `update private.outbox_deliveries d set state = 'leased', lease = gen_random_uuid(), attempts = attempts + 1 from private.outbox_events e
     where e.id = d.event_id and e.topic = 'core.paper' and e.key = $1 and d.state in ('pending', 'leased') returning d.id, d.lease`,
    [paperId],
  )
  return [paperId, row?.id, row?.lease]
}
const pdf = (id: unknown, digest = 'b') =>
  JSON.stringify({ path: `paper/${String(id)}/${digest.repeat(64)}.pdf`, sha256: digest.repeat(64), bytes: 100 })
const settle = (held: unknown[], rest: string, ...more: unknown[]) =>
  session.act('service', `select public.settle_paper($1, $2, $3, ${rest}) as done`, [...held, ...more])
async function ready(name: string) {
  const one = await accepted(name)
  await settle(await lease(one.paper.id), '$4', pdf(one.paper.id))
  return { ...one, paper: (await papersOf(one.item_id))[0]! }
}

describe('issue', () => {
  it('goes with the move, once, to the person by their masked name, by the body that made it', async () => {
    const { paper } = await accepted('paper-first')
    expect(paper).toMatchObject({ kind: 'complaint_accepted', state: 'waiting', org_id: await org(places.county, 'market') })
    expect(paper.no).toMatch(/市场监管投受〔\d{4}〕\d+号$/)
    expect(paper.values).toMatchObject({ reporter: '张*', no: paper.no })
    expect(paper.code).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    const again = await session.act(
      'postgres',
      `select private.issue_paper('complaint_accepted', i, i.org_id, '{}') as id from public.work_items i where i.id = $1`,
      [paper.item_id],
    )
    expect(again).toEqual([{ id: paper.id }])
  })

  it.each([
    ['refuse', 'complaint', true, 'complaint_refused'],
    ['request_material', 'complaint', false, 'complaint_supply'],
    ['extend', 'tip', true, 'tip_extended'],
    ['not_file', 'tip', true, 'tip_not_filed'],
    ['request_material', 'tip', false, 'tip_supply'],
  ] as const)('%s of a %s has its paper', async (action, type, isAsked, kind) => {
    const one = await received(`paper-${action}-${type}`, { types: [type] })
    await (isAsked ? agree(handler, one.item_id, action) : act(handler, one.item_id, action))
    const [paper] = await papersOf(one.item_id)
    expect(paper?.kind).toBe(kind)
    if (kind.endsWith('supply') || kind === 'tip_extended')
      expect(paper?.values).toHaveProperty('due_on', expect.stringMatching(/^二〇\S+年\S+月\S+日$/))
  })

  it('carries the outcome of a mediation, and the answers to a tip that was filed as a case', async () => {
    const { item_id } = await accepted('paper-outcome')
    await act(handler, item_id, 'conclude', { outcome: 'agreed' })
    await agree(handler, item_id, 'answer')
    expect((await papersOf(item_id)).map(({ kind }) => kind)).toEqual(['complaint_accepted', 'complaint_answered'])
    expect((await papersOf(item_id))[1]?.values).toMatchObject({ outcome: '达成调解协议' })
    const tip = await received('paper-tip', { types: ['tip'] })
    await agree(handler, tip.item_id, 'file_case')
    await act(handler, tip.item_id, 'notify')
    await agree(handler, tip.item_id, 'answer')
    expect((await papersOf(tip.item_id)).map(({ kind }) => kind)).toEqual(['tip_filed', 'tip_answered'])
  })

  it('gives nothing to somebody who is not known', async () => {
    const one = await received('paper-anonymous', { types: ['tip'] })
    await session.act(
      'postgres',
      `update public.complaint_reporters set is_anonymous = true where filing_id = (select filing_id from public.complaint_cases where id = $1)`,
      [one.case_id],
    )
    await agree(handler, one.item_id, 'not_file')
    expect(await papersOf(one.item_id)).toEqual([])
  })

  it('numbers of moves at the same time have neither gap nor double, and a move that fails gives its number back', async () => {
    const items: FiledCase[][] = []
    for (const name of ['a', 'b', 'c']) items.push(await file(`paper-at-once-${name}`))
    const issue = async (db: pg.Client, at: number) => {
      const { rows } = await db.query(
        `select private.issue_paper('complaint_accepted', i, i.org_id, '{"reporter":"张*","case_no":"x"}') as id from public.work_items i where i.id = $1`,
        [items[at]?.[0]?.item_id],
      )
      return Number(/〕(\d+)号/.exec(String((await db.query('select no from public.papers where id = $1', [rows[0].id])).rows[0].no))?.[1])
    }
    const begin = (db: pg.Client) => db.query(`begin; select private.act_as('system:test')`)
    const [one, two] = await Promise.all([session.another(), session.another()])
    try {
      await Promise.all([begin(one), begin(two)])
      const first = await issue(one, 0)
      const second = issue(two, 1)
      await one.query('rollback')
      expect(await second).toBe(first)
      await begin(one)
      const third = issue(one, 2)
      await two.query('commit')
      expect(await third).toBe(first + 1)
    } finally {
      await Promise.all([one.query('rollback'), two.query('rollback')])
    }
  })

  it('takes a rare name as it is, leaves out what nobody sees, and refuses a value that is missing', async () => {
    const one = await received('paper-rare', { title: '𠮷野家\u200b的账单' })
    await act(handler, one.item_id, 'accept')
    expect((await papersOf(one.item_id))[0]?.values).toMatchObject({ title: '𠮷野家的账单' })
    const refused = await session.refusal(
      'postgres',
      `select private.issue_paper('tip_filed', i, i.org_id, '{"reporter":"张*"}') from public.work_items i where i.id = $1`,
      [one.item_id],
    )
    expect(refused).toContain('PT409 paper.value_missing')
  })
})

describe('rendering', () => {
  it('is settled by the lease, once: what comes later changes nothing', async () => {
    const { paper, item_id } = await accepted('paper-render')
    const held = await lease(paper.id)
    expect(await session.read('service', 'select code from public.take_paper($1, $2, $3)', held)).toEqual([{ code: paper.code }])
    expect(await session.read('service', 'select code from public.take_paper($1, $2, gen_random_uuid())', held.slice(0, 2))).toEqual([])
    // Killed midway: the lease ran out, another took over; the first one's word no longer counts.
    const next = await lease(paper.id)
    expect(await settle(held, '$4', pdf(paper.id, 'c'))).toEqual([{ done: false }])
    expect(await settle(next, '$4', pdf(paper.id))).toEqual([{ done: true }])
    expect(await settle(next, '$4', pdf(paper.id, 'd'))).toEqual([{ done: false }])
    expect((await papersOf(item_id))[0]).toMatchObject({ state: 'ready', sha256: 'b'.repeat(64) })
    expect(await session.read('service', 'select code from public.take_paper($1, $2, $3)', next)).toEqual([])
  })

  it('what no retry mends fails with its reason, is tried again by who handles it, and by nobody else', async () => {
    const { paper, item_id } = await accepted('paper-fails')
    await settle(await lease(paper.id), 'null, $4, true', '字库缺字：“🙂”')
    expect((await papersOf(item_id))[0]).toMatchObject({ state: 'failed', problem: '字库缺字：“🙂”' })
    for (const who of ['handler.sibling-market', 'reviewer.county-market', admin])
      expect(await session.refusal(who, 'select public.retry_paper($1)', [paper.id])).toBe('PT404 paper.not_found')
    await session.act(handler, 'select public.retry_paper($1)', [paper.id])
    await session.act(handler, 'select public.retry_paper($1)', [paper.id])
    expect((await papersOf(item_id))[0]).toMatchObject({ state: 'waiting', problem: '' })
    expect(
      await session.read('postgres', `select count(*)::int as n from private.outbox_events where topic = 'core.paper' and key = $1`, [paper.id]),
    ).toEqual([{ n: 2 }])
  })

  it('a store that refuses is tried again by itself, and told after the last time', async () => {
    const { paper, item_id } = await accepted('paper-store')
    await settle(await lease(paper.id), 'null, $4', '文书没有保存成功')
    expect((await papersOf(item_id))[0]).toMatchObject({ state: 'waiting', problem: '文书没有保存成功' })
    await session.act(
      'postgres',
      `update private.outbox_deliveries set attempts = 9 where event_id in (select id from private.outbox_events where key = $1)`,
      [paper.id],
    )
    await settle(await lease(paper.id), 'null, $4', '文书没有保存成功')
    expect((await papersOf(item_id))[0]?.state).toBe('failed')
  })
})

describe('confirmation', () => {
  it('says what it is and no more; what is not stored yet and what is guessed is not found', async () => {
    const { paper } = await ready('paper-confirmed')
    const check = 'select * from public.check_paper($1)'
    expect(Object.keys((await session.read('service', check, [paper.code]))[0] ?? {})).toEqual([
      'title',
      'no',
      'org_name',
      'issued_on',
      'sha256',
      'withdrawn_on',
    ])
    const { paper: waiting } = await accepted('paper-unconfirmed')
    for (const code of [waiting.code, 'ABCD-ABCD-ABCD-ABCD', ''])
      expect(await session.refusal('service', check, [code])).toBe('PT404 paper.not_found')
    expect(await session.refusal('anon', check, [paper.code])).toContain('42501')
  })

  it('is withdrawn by who appoints handlers at the body, with a reason, and stays numbered', async () => {
    const { paper, item_id } = await ready('paper-withdrawn')
    const withdraw = 'select public.withdraw_paper($1, $2)'
    expect(await session.refusal(handler, withdraw, [paper.id, '写错了'])).toBe('PT404 paper.not_found')
    expect(await session.refusal(lead, withdraw, [paper.id, ' '])).toBe('PT422 paper.reason_missing')
    await session.act(lead, withdraw, [paper.id, '写错了'])
    await session.act(lead, withdraw, [paper.id, '再说一次'])
    expect((await papersOf(item_id))[0]).toMatchObject({ no: paper.no, withdraw_reason: '写错了' })
    expect((await session.read('service', 'select withdrawn_on from public.check_paper($1)', [paper.code]))[0]?.withdrawn_on).not.toBeNull()
  })

  it('the citizen sees theirs at look-up, and fetches no other', async () => {
    const { paper } = await ready('paper-citizen')
    const [mine] = await lookUp('paper-citizen')
    expect(mine?.papers).toMatchObject([{ id: paper.id, no: paper.no, isReady: true, isWithdrawn: false }])
    const fetch = 'select no from public.complaint_paper($1, $2, $3)'
    expect(await session.read('service', fetch, ['code:paper-citizen', 'tail:paper-citizen', paper.id])).toEqual([{ no: paper.no }])
    expect(await session.refusal('service', fetch, ['code:paper-confirmed', 'tail:paper-confirmed', paper.id])).toBe('PT404 paper.not_found')
    expect(await session.refusal('service', fetch, ['code:paper-citizen', 'tail:other', paper.id])).toBe('PT404 complaint.not_found')
  })
})
