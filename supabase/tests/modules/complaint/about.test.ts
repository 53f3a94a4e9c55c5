/** A complaint about a body of the site goes above that body, unseen by it. */
import { describe, expect, it } from 'vitest'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'
import { complaintSteps } from './steps.ts'

const session = await openSession()
const { act, org, lookUp } = complaintSteps(session)
const cityDesk = 'coordinator.city-coordination'

const nameOf = async (region: number, line: string) =>
  (await session.read('postgres', `select name from public.orgs where region_code = $1 and line_code = $2`, [region, line]))[0]?.name as string
const county = await nameOf(places.county, 'market')

const about = async (subject: string, region: number = places.county) =>
  (await session.read('postgres', `select private.complaint_about($1, $2) as id`, [subject, region]))[0]?.id as string | null
const deskAbove = async (id: string) => (await session.read('postgres', `select private.complaint_desk($1, $2) as id`, [id, places.county]))[0]?.id

const { file } = complaintSteps(session)
const fileAbout = async (name: string) => (await file(name, { subject: `${county}（食品科）张三`, dispatchTo: undefined }))[0]

describe('the body that a complaint is about', () => {
  it('is known by its name however it is written, and not by a business that is not one', async () => {
    const market = await org(places.county, 'market')
    for (const written of [
      county,
      ` ${county} `,
      `${county}张三`,
      county.replace('监督管理局', '监管局'),
      `合肥市${county}`,
      [...county].join('\u200b'),
    ])
      expect(await about(written), written).toBe(market)
    for (const other of ['市场监督管理局', '测试商店', '人民路市场', '']) expect(await about(other), other).toBeNull()
  })

  it('has a desk above it: of the city for a county, of the province for a city, nobody above the top', async () => {
    expect(await deskAbove(await org(places.county, 'market'))).toBe(await org(places.city, 'coordination'))
    expect(await deskAbove(await org(places.county, 'coordination'))).toBe(await org(places.city, 'coordination'))
    expect(await deskAbove(await org(places.city, 'market'))).toBe(await org(places.province, 'coordination'))
    expect(await deskAbove(await org(places.province, 'market'))).toBe(await org(places.province, 'coordination'))
  })
})

describe('a complaint about a body', () => {
  it('waits at the desk above, is routed by people, and the citizen is told', async () => {
    const one = await fileAbout('about-body')
    const [row] = await session.read(cityDesk, `select org_id, about_org_name, state from public.complaint_case_list where id = $1`, [one?.case_id])
    expect(row).toEqual({ org_id: await org(places.city, 'coordination'), about_org_name: county, state: 'awaiting_dispatch' })
    expect(await session.read('service', `select * from public.complaint_route_candidates($1)`, [one?.item_id])).toEqual([])
    expect((await lookUp('about-body'))[0]?.org_reason).toContain('该机关看不到本件')
  })

  it('is neither seen nor counted nor heard of by that body or the desk of its county', async () => {
    const one = await fileAbout('about-unseen')
    for (const who of [
      'handler.county-market',
      'lead.county-market',
      'reviewer.county-market',
      'coordinator.county-coordination',
      'leader.county-coordination',
    ]) {
      for (const relation of ['complaint_cases', 'complaint_case_list', 'complaint_facts'])
        expect(await session.read(who, `select 1 as n from public.${relation} where id = $1`, [one?.case_id]), `${who} ${relation}`).toEqual([])
      expect(await session.read(who, `select 1 as n from public.work_inbox where id = $1`, [one?.item_id]), who).toEqual([])
      expect(await session.read(who, `select 1 as n from public.work_notifications where item_id = $1`, [one?.item_id]), who).toEqual([])
    }
    const counted = (who: string) =>
      session.read(
        who,
        `select coalesce(sum(f.received), 0)::int as n from public.complaint_figures(${places.county}, null, '2020-01-01', '2099-01-01', 'line') as f`,
      )
    const before = await counted('coordinator.county-coordination')
    await fileAbout('about-uncounted')
    expect(await counted('coordinator.county-coordination')).toEqual(before)
  })

  it('is never given to that body, by whomever', async () => {
    const one = await fileAbout('about-never')
    const item = one?.item_id as string
    const market = await org(places.county, 'market')
    const environment = await org(places.county, 'environment')
    await expect(act(cityDesk, item, 'dispatch', { to_org_id: market })).rejects.toThrow('complaint.about_body')
    await act(cityDesk, item, 'dispatch', { to_org_id: environment })
    await act('handler.county-environment', item, 'receive')
    await expect(act('handler.county-environment', item, 'hand_over', { to_org_id: market })).rejects.toThrow('complaint.about_body')
    expect(await session.read('handler.county-market', `select 1 as n from public.complaint_cases where id = $1`, [one?.case_id])).toEqual([])
  })
})
