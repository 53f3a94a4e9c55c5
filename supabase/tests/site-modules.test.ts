/** Modules that a site does not run: nobody reads or acts, the public is told, jobs rest; switched on again, all is there. */
import { afterEach, beforeAll, describe, expect, it } from 'vitest'
import { fileCase } from './modules/complaint/filing.ts'
import { complaintSteps, desk, handler } from './modules/complaint/steps.ts'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, age, lookUp } = complaintSteps(session)
const admin = 'system_admin.province-coordination'
const turn = (isOn: boolean, who = admin) => session.act(who, `select public.switch_module('complaint', $1)`, [isOn])
const cases = async (who: string) => (await session.read(who, `select id from public.complaint_cases`)).length
let item = ''

beforeAll(async () => {
  item = (await file('module-switch'))[0]?.item_id as string
})
afterEach(() => turn(true))

describe('refused', () => {
  it.each([handler, 'system_admin.county-coordination', 'security_admin.province-coordination', 'stranger:00000000-0000-4000-8000-000000000009'])(
    '%s neither lists nor switches modules',
    async (who) => {
      expect(await session.read(who, `select id from public.site_modules()`)).toEqual([])
      expect(await session.refusal(who, `select public.switch_module('complaint', false)`)).toBe('PT404 site.module_not_found')
    },
  )
  it('a module that is not installed is neither switched nor written into a site', async () => {
    expect(await session.refusal(admin, `select public.switch_module('no-such-module', true)`)).toBe('PT404 site.module_not_found')
    expect(await session.refusal('postgres', `update public.sites set modules = '{no-such-module}' where is_active`)).toBe(
      'PT422 site.module_unknown',
    )
  })
})

describe('off', () => {
  it('shows in the list and in the profile that pages read', async () => {
    await turn(false)
    expect(await session.read(admin, `select id, is_enabled from public.site_modules() where id = 'complaint'`)).toEqual([
      { id: 'complaint', is_enabled: false },
    ])
    const [site] = await session.read('anon', `select modules from public.sites`)
    expect(site?.modules).not.toContain('complaint')
  })

  it('takes every permission of the module away, and no other', async () => {
    expect(await cases(handler)).toBeGreaterThan(0)
    await turn(false)
    expect(await cases(handler)).toBe(0)
    expect(await cases('leader.province-coordination')).toBe(0)
    expect(await session.read(desk, `select id from public.work_items where kind in ('complaint', 'tip')`)).toEqual([])
    expect(await session.refusal(handler, `select id from public.work_act($1, 'receive', '{}', 1, gen_random_uuid())`, [item])).toContain('PT404')
    const [me] = await session.read(handler, `select permissions from public.my_session()`)
    expect(((me?.permissions ?? []) as string[]).filter((one) => one.startsWith('complaint.'))).toEqual([])
    expect(me?.permissions).toContain('trial.handle')
  })

  it('tells the public that the site does not offer it', async () => {
    await turn(false)
    const filing = { name: 'module-off', types: ['complaint' as const], matter: 'food', region: places.town }
    await expect(session.within('service', (db) => fileCase(db, filing))).rejects.toThrow('site.module_off')
    await expect(lookUp('module-switch')).rejects.toThrow('site.module_off')
  })

  it('lets its jobs rest, and catches up afterwards', async () => {
    await age(item, 400)
    await turn(false)
    const light = async () => (await session.read('postgres', `select light from public.work_items where id = $1`, [item]))[0]?.light
    const waiting = `select count(*)::int as n from private.outbox_claim() as c where c.topic like 'complaint.%'`
    await session.act('postgres', `update private.outbox_deliveries set state = 'pending', available_at = now() where state <> 'dead'`)
    await session.act('postgres', 'select private.work_sweep()')
    expect(await light()).toBe('green')
    expect(await session.read('postgres', waiting)).toEqual([{ n: 0 }])
    await turn(true)
    await session.act('postgres', 'select private.work_sweep()')
    expect(await light()).not.toBe('green')
    expect((await session.read('postgres', waiting))[0]?.n).toBeGreaterThan(0)
  })
})
