/** Codes and site parameters, which wait for their day and are then written where they are read. */
import { describe, expect, it } from 'vitest'
import { definitionSteps, today } from './definition-steps.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { publish, refused, until } = definitionSteps(session)

describe('a code', () => {
  it('stands in a set that has a name', async () => {
    expect(await session.read('anon', `select set_key from public.code_sets() where label = set_key and set_key not like 'trial.%'`)).toEqual([])
  })

  const shown = (key: string) =>
    session.read('anon', `select label, sort, valid_to - ${today} as to from public.codes where set_key || '/' || code = $1`, [key])

  it('is refused in a set that is not there, under a name that is taken, and as the last of its set', async () => {
    expect(await refused('code', 'no.such/x', { label: '一' })).toBe('definition.invalid key')
    expect(await refused('code', 'tip.outcome/Bad Code', { label: '一' })).toBe('definition.invalid code')
    expect(await refused('code', 'tip.outcome/fresh', { label: '已责令改正' })).toBe('definition.invalid label')
    expect(await refused('code', 'tip.outcome/fresh', { label: ' ' })).toBe('definition.invalid label')
    expect(await refused('code', 'tip.outcome/fresh', { label: '一', sort: -1 })).toBe('definition.invalid sort')
    expect(await refused('code', 'tip.outcome/fresh', { label: '一' }, -1)).toBe('definition.invalid effective_from')
    expect(await refused('code', 'work.message/fresh', { label: '一' })).toBe('definition.invalid code')
    expect(await refused('code', 'work.message/assigned', { label: '新的待签收事项', is_active: false })).toBe('definition.invalid code')
    const codes = await session.read('anon', `select code, label from public.codes where set_key = 'tip.outcome'`)
    for (const { code, label } of codes.slice(1)) await publish('code', `tip.outcome/${String(code)}`, { label, is_active: false }, 3)
    await publish('code', 'tip.outcome/fixture_coming', { label: '矩阵待生效', is_active: false }, 31)
    expect(await refused('code', `tip.outcome/${String(codes[0]?.code)}`, { label: codes[0]?.label, is_active: false }, 40)).toBe(
      'definition.invalid is_active',
    )
  })

  it('of the phrases may be added and ended, for the move that it names', async () => {
    expect(
      await session.read('anon', `select is_system from public.code_sets() where set_key in ('work.phrase', 'work.message') order by set_key`),
    ).toEqual([{ is_system: true }, { is_system: false }])
    await publish('code', 'work.phrase/give_back.9', { label: '请补充材料后重新提交。' }, 0)
    expect(await shown('work.phrase/give_back.9')).toMatchObject([{ to: null }])
    await publish('code', 'work.phrase/give_back.1', { label: '不属本单位职责', is_active: false }, 0)
    expect(await shown('work.phrase/give_back.1')).toMatchObject([{ to: -1 }])
  })

  it('waits for its day, is written on it, and ends on another', async () => {
    expect(await publish('code', 'complaint.outcome/agreed', { label: '达成协议' }, 2)).toMatchObject({ version: 2, applied: false })
    await publish('code', 'complaint.outcome/online', { label: '线上和解', sort: 8 }, 2)
    expect(await shown('complaint.outcome/agreed')).toMatchObject([{ label: '达成调解协议' }])
    expect(await shown('complaint.outcome/online')).toEqual([])
    expect(await session.act('postgres', 'select private.definition_chore() as done')).toEqual([{ done: 0 }])
    await until(2)
    expect(await shown('complaint.outcome/agreed')).toMatchObject([{ label: '达成协议', to: null }])
    expect(await shown('complaint.outcome/online')).toMatchObject([{ label: '线上和解', sort: 8, to: null }])
    await publish('code', 'complaint.outcome/online', { label: '线上和解', is_active: false }, 1)
    await until(1)
    expect(await shown('complaint.outcome/online')).toMatchObject([{ to: -1 }])
    expect(await session.refusal('postgres', `select private.assert_code('complaint.outcome', 'online', 'x')`)).toBe('PT422 code.unknown')
    // One version a day: what ended today begins again tomorrow.
    expect(await refused('code', 'complaint.outcome/online', { label: '线上和解' }, 0)).toBe('definition.same_day effective_from')
    await publish('code', 'complaint.outcome/online', { label: '线上和解' }, 1)
    await until(1)
    expect(await session.refusal('postgres', `select private.assert_code('complaint.outcome', 'online', 'x')`)).toBe('ok')
  })

  it('that cannot be written is recorded once and keeps no other waiting', async () => {
    await publish('code', 'complaint.return_ground/late', { label: '超过时限' }, 1)
    await publish('code', 'complaint.return_ground/bad', { label: '坏的' }, 1)
    await session.act('postgres', `alter table public.codes add constraint bad_code check (label <> '坏的') not valid`)
    await until(1)
    await until(0)
    expect(await shown('complaint.return_ground/late')).toHaveLength(1)
    expect(await session.read('postgres', `select job from private.sweep_failures where error like '%bad_code%'`)).toEqual([{ job: 'definition' }])
  })
})

describe('the site', () => {
  const full = { name: '安徽省“互联网＋监管”系统', short_name: '安徽监管', government: '安徽省人民政府', hotline: '12345' }

  it.each<[string, object]>([
    ['name', { name: '' }],
    ['hotline', { hotline: '一二三' }],
    ['icp_no', { icp_no: '备案中' }],
    ['conac_id', { conac_id: '53C6D4F0' }],
    ['police_no', { police_no: '123' }],
    ['site_code', { site_code: '12' }],
    ['contact', { contact: 'x' }],
    ['seal_text', { seal_text: '五个汉字长' }],
    ['seal_text', { seal_text: 'AH' }],
    ['colour', { colour: 'red' }],
  ])('is refused with the field: %s', async (field, patch) => {
    expect(await refused('site', 'anhui', { ...full, ...patch })).toBe(`definition.invalid ${field}`)
  })

  it('is refused for another site than the active one', async () => {
    expect(await refused('site', 'other', full)).toBe('definition.invalid key')
  })

  it('shows its new parameters at once when they count from today, and a start does not put the old back', async () => {
    const body = {
      ...full,
      name: '安徽省监管系统',
      icp_no: '皖ICP备05001234号-1',
      police_no: '皖公网安备34010002000001号',
      site_code: '3400000001',
      seal_text: '皖',
      operator: '  ',
    }
    expect(await publish('site', 'anhui', body, 0)).toMatchObject({ version: 2, applied: true })
    const { loadSiteData } = await import('../seed/site.ts')
    const { host, port, database, user, password } = session.db
    await loadSiteData(`postgres://${user ?? ''}:${typeof password === 'string' ? password : ''}@${host}:${port}/${database ?? ''}`, 'anhui')
    expect(await session.read('anon', 'select name, parameters from public.sites')).toEqual([
      { name: '安徽省监管系统', parameters: { icp_no: body.icp_no, police_no: body.police_no, site_code: body.site_code, seal_text: '皖' } },
    ])
  })
})

describe('a map', () => {
  const path = `340100000/${'a'.repeat(64)}.json`
  const body = { is_shown: true, producer: '安徽省地图院', approval_no: '皖S（2024）12号', path }

  it('is taken with its producer, its review number and a file that is there, and with nothing less', async () => {
    expect(await refused('map', '340100000', body)).toBe('definition.invalid file')
    await session.act('postgres', `insert into storage.objects (bucket_id, name) values ('maps', $1)`, [path])
    expect(await refused('map', '340102001', body)).toBe('definition.invalid region')
    expect(await refused('map', 'anhui', body)).toBe('definition.invalid region')
    expect(await refused('map', '340200000', body)).toBe('definition.invalid file')
    expect(await refused('map', '340100000', { ...body, producer: ' ' })).toBe('definition.invalid producer')
    expect(await refused('map', '340100000', { ...body, approval_no: '12' })).toBe('definition.invalid approval_no')
    expect(await refused('map', '340100000', { ...body, is_shown: 'yes' })).toBe('definition.invalid is_shown')
    expect(await refused('map', '340100000', { ...body, note: 'x' })).toBe('definition.invalid note')
    expect(await refused('map', '340100000', body, -1)).toBe('definition.invalid effective_from')
  })

  it('is read by who signed in once it is published, and written by nobody', async () => {
    const read = (who: string) => session.read(who as 'anon', `select name from storage.objects where bucket_id = 'maps'`)
    expect(await read('handler.county-market')).toEqual([])
    await publish('map', '340100000', body, 0)
    expect(await read('handler.county-market')).toEqual([{ name: path }])
    expect(await read('anon')).toEqual([])
    expect(
      await session.refusal('system_admin.province-coordination', `insert into storage.objects (bucket_id, name) values ('maps', '340100000/x')`),
    ).toMatch(/^42501/)
  })

  it('gives way to the schematic one', async () => {
    await publish('map', '340100000', { is_shown: false, producer: 'x' }, 1)
    expect(await session.read('anon', `select body from public.definitions where kind = 'map' order by version desc limit 1`)).toEqual([
      { body: { is_shown: false } },
    ])
  })
})

describe('a message template', () => {
  it('is shown with the names of this site, and says how it is sent', async () => {
    const [site] = await session.read('anon', `select name, short_name from public.sites`)
    const rows = await session.read(
      'system_admin.province-coordination',
      `select key, channels, (select f ->> 'sample' from jsonb_array_elements(fields) as f where f ->> 'name' = 'site') as site
       from public.message_templates() where key in ('invitation', 'phone_code', 'term_warning') order by key`,
    )
    expect(rows).toEqual([
      { key: 'invitation', channels: ['email'], site: site?.name },
      { key: 'phone_code', channels: ['sms'], site: site?.short_name },
      { key: 'term_warning', channels: ['sms', 'email'], site: site?.short_name },
    ])
  })
})
