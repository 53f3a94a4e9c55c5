/** What a reporter hears on their phone, and how a lost look-up code comes back: quiet hours, once for an event, nothing told. */
import { describe, expect, it } from 'vitest'
import { uuidOf } from '../../../seed/uuid-of.ts'
import { places } from '../../people.ts'
import { openSession } from '../../session.ts'
import { fileCase } from './filing.ts'
import { handler } from './steps.ts'

const session = await openSession()
const system = 'system_admin.province-coordination'
const quiet = (from: string, to: string) =>
  session.act(
    'postgres',
    `update public.sites set parameters = parameters || jsonb_build_object('quiet_from', $1::text, 'quiet_to', $2::text) where is_active`,
    [from, to],
  )
const always = () => quiet('00:00', '00:00')
const night = () => quiet('00:00', '23:59')
const file = (name: string) =>
  session.within('service', (db) => fileCase(db, { name, types: ['complaint', 'tip'], matter: 'food', region: places.county }))
const told = (name: string) =>
  session.read(
    'postgres',
    `select m.id, m.template, m.channel, m.address, m.shown, m.params, m.secret, m.released_at is not null as is_released,
       exists (select from private.outbox_events e where e.key = m.id::text) as is_out
     from private.messages m join private.complaint_filings f on f.id = m.about_id where f.key = $1 order by m.created_at`,
    [uuidOf(`key:${name}`)],
  )
const take = async (id: string) => {
  const [row] = await session.act(
    'postgres',
    `update private.outbox_deliveries as d set state = 'leased', lease = gen_random_uuid(), available_at = now() + interval '30 seconds' from private.outbox_events as e
     where e.id = d.event_id and e.key = $1 returning d.id, d.lease`,
    [id],
  )
  return (await session.act('service', `select * from public.take_message($1, $2, $3)`, [id, row?.id, row?.lease]))[0]
}

describe('a receipt', () => {
  it('names every case of a filing once, and the number stands nowhere in clear', async () => {
    await always()
    const cases = await file('receipt')
    const [receipt, ...more] = await told('receipt')
    expect(more).toEqual([])
    expect(receipt).toMatchObject({ template: 'complaint_filed', channel: 'sms', address: null, shown: '138****5678', secret: null, is_out: true })
    expect(receipt?.params).toHaveProperty(
      'no',
      cases
        .map((one) => one.case_no)
        .sort()
        .join('、'),
    )
    await file('receipt')
    expect(await told('receipt')).toHaveLength(1)
    const taken = await take(receipt?.id as string)
    expect(taken).toMatchObject({ address: null, sealed: 'v1.test', subject: '{site}：已收到您的投诉举报' })
    expect(taken?.words).toContain('受理编号{no}')
    // The code opens the case: it is not in it.
    expect(taken?.words).not.toContain('{code}')
  })

  it('is followed by word of acceptance', async () => {
    await session.within('service', (db) => fileCase(db, { name: 'heard', types: ['complaint'], matter: 'food', region: places.county }))
    const item = (
      await session.read(
        'postgres',
        `select c.item_id from public.complaint_cases c join private.complaint_filings f on f.id = c.filing_id where f.key = $1`,
        [uuidOf('key:heard')],
      )
    )[0]?.item_id
    await session.act(
      'postgres',
      `select private.work_system_act($1, 'route', jsonb_build_object('to_org_id', (select id from public.orgs where region_code = $2 and line_code = 'market'), 'note', '属地'), 'system:test', '自动分派')`,
      [item, places.county],
    )
    const act = async (action: string) => {
      const [{ version } = {}] = await session.read('postgres', `select version from public.work_items where id = $1`, [item])
      await session.act(handler, `select public.work_act($1, $2, '{}', $3, gen_random_uuid())`, [item, action, version])
    }
    await act('receive')
    await act('accept')
    expect((await told('heard')).map((one) => one.template)).toEqual(['complaint_filed', 'complaint_accepted'])
  })
})

describe('quiet hours', () => {
  it.each([
    ['21:00', '08:00', '20:59', false],
    ['21:00', '08:00', '21:00', true],
    ['21:00', '08:00', '00:00', true],
    ['21:00', '08:00', '07:59', true],
    ['21:00', '08:00', '08:00', false],
    ['01:00', '06:00', '23:00', false],
    ['01:00', '06:00', '05:59', true],
    ['09:00', '09:00', '09:00', false],
  ])('from %s to %s at %s: %s', async (from, to, at, expected) => {
    await quiet(from, to)
    const [row] = await session.read('postgres', `select private.is_quiet((date '2026-11-28' + $1::time) at time zone 'Asia/Shanghai') as q`, [at])
    expect(row?.q).toBe(expected)
  })

  it('hold what is not urgent until they are over, and let a code through', async () => {
    await night()
    await file('night')
    expect((await told('night'))[0]).toMatchObject({ is_released: false, is_out: false })
    await session.act('service', `select public.ask_recovery($1, 'phone:night', '138****5678')`, [uuidOf('night')])
    const urgent = `select m.released_at from private.messages m where m.about_id = $1`
    expect((await session.read('postgres', urgent, [uuidOf('night')]))[0]?.released_at).not.toBeNull()
    await session.act('postgres', `select private.release_messages()`)
    expect((await told('night'))[0]?.is_out).toBe(false)
    await always()
    await session.act('postgres', `select private.release_messages()`)
    expect((await told('night'))[0]).toMatchObject({ is_released: true, is_out: true })
    await session.act('postgres', `select private.release_messages()`)
    const [events] = await session.read('postgres', `select count(*)::int as n from private.outbox_events where key = $1`, [
      (await told('night'))[0]?.id,
    ])
    expect(events?.n).toBe(1)
  })

  it('of ten thousand held let go a part at a time', async () => {
    await night()
    const [said] = await session.act(
      'postgres',
      `select private.say_to('complaint_filing', array_agg(f.id), 'sms', 'complaint_filed', array_agg('{"no":"x"}'::jsonb), array_agg('sweep:' || n)) as n
       from generate_series(1, 10000) as n cross join (select id from private.complaint_filings limit 1) as f`,
    )
    expect(said?.n).toBe(10000)
    await always()
    const [batch] = await session.act('postgres', `select private.release_messages() as n`)
    expect(batch?.n).toBe(1500)
  })
})

describe('a lost code', () => {
  const ask = (id: string, phone: string) => session.act('service', `select public.ask_recovery($1, $2, '138****5678')`, [id, phone])
  const open = (id: string, phone: string, code: string) =>
    session.act('service', `select * from public.open_recovery($1, $2, $3)`, [id, phone, code])
  const secretOf = async (id: string) =>
    (await session.read('postgres', `select id, secret, expires_at > now() as is_good, error from private.messages where about_id = $1`, [id]))[0] ??
    {}

  it('comes back for the phone that filed, once', async () => {
    await always()
    const [one] = await file('lost')
    const id = uuidOf('ask lost')
    await ask(id, 'phone:lost')
    await ask(id, 'phone:lost')
    const { id: message, secret } = await secretOf(id)
    expect(secret).toMatch(/^\d{6}$/)
    expect(await take(message as string)).toMatchObject({ sealed: 'v1.test', secret, channel: 'sms' })
    expect(await open(id, 'phone:other', secret as string)).toEqual([])
    const [filing, ...more] = await open(id, 'phone:lost', ` ${String(secret)} `)
    expect(more).toEqual([])
    expect(filing).toMatchObject({ key: uuidOf('key:lost') })
    expect(JSON.stringify(filing?.cases)).toContain(one?.case_no)
    expect(await open(id, 'phone:lost', secret as string)).toEqual([])
  })

  it('does the same for a phone that nobody filed with, and sends nothing', async () => {
    const id = uuidOf('ask unknown')
    await ask(id, 'phone:nobody')
    const { id: message, secret, is_good } = await secretOf(id)
    expect([secret, is_good]).toEqual([expect.stringMatching(/^\d{6}$/), true])
    expect(await take(message as string)).toBeUndefined()
    expect(await secretOf(id)).toMatchObject({ secret: null, is_good: false, error: '没有可用的号码或邮箱' })
    expect(await open(id, 'phone:nobody', secret as string)).toEqual([])
  })

  it('is not guessed: five tries, ten minutes', async () => {
    await file('guess')
    const id = uuidOf('ask guess')
    await ask(id, 'phone:guess')
    const { secret } = await secretOf(id)
    const wrong = secret === '000000' ? '000001' : '000000'
    for (let n = 0; n < 5; n += 1) expect(await open(id, 'phone:guess', wrong)).toEqual([])
    expect(await open(id, 'phone:guess', secret as string)).toEqual([])
    const late = uuidOf('ask late')
    await ask(late, 'phone:guess')
    const { secret: code } = await secretOf(late)
    await session.act('postgres', `update private.complaint_recoveries set expires_at = now() where id = $1`, [late])
    expect(await open(late, 'phone:guess', code as string)).toEqual([])
  })
})

describe('templates', () => {
  const publish = (body: object, key = 'complaint_filed') =>
    session
      .refusal(system, `select * from public.publish_definition('message', $1, $2, private.local_day(now()), '测试调整')`, [
        key,
        JSON.stringify(body),
      ])
      .catch(String)
  const hint = async (body: object, key = 'complaint_recovery') => {
    try {
      await session.read(system, `select * from public.publish_definition('message', $1, $2, current_date + 1, '测试调整')`, [
        key,
        JSON.stringify(body),
      ])
      return 'ok'
    } catch (error) {
      return (error as { hint?: string }).hint
    }
  }

  it.each([
    ['没有名为“nmae”的字段，可用的字段：site、code', { subject: '验证码', text: '验证码{code}，{nmae}' }],
    ['正文缺少必须写明的字段：{code}（验证码）', { subject: '验证码', text: '您的验证码' }],
    ['花括号只用来写字段，例如 {site}，请成对书写', { subject: '验证码', text: '验证码{code}，{site' }],
    ['请填写正文，4 至 500 字', { subject: '验证码', text: '' }],
    ['请填写邮件主题，2 至 60 字', { text: '验证码{code}' }],
    ['没有“html”这一项', { subject: '验证码', text: '验证码{code}', html: 'x' }],
    ['ok', { subject: '验证码', text: '【{site}】验证码{code}' }],
  ])('are checked: %s', async (expected, body) => {
    expect(await hint(body)).toBe(expected)
  })

  it('are unknown to who does not keep the site', async () => {
    expect(await hint({ subject: '主题', text: '正文{no}' }, 'no_such')).toBe('没有这个消息模板；新的模板由模块登记')
    expect(await publish({})).not.toBe('ok')
    expect(await session.refusal(handler, `select * from public.publish_definition('message', 'complaint_filed', '{}', current_date, '测试')`)).toBe(
      'PT404 definition.not_found',
    )
    expect(await session.read(handler, `select id from public.definitions where kind = 'message'`)).toEqual([])
  })
})

describe('the list of messages', () => {
  it('tells who keeps the site what became of them, and sends a failed one again', async () => {
    await always()
    await file('listed')
    const [{ id } = {}] = await told('listed')
    await session.act('postgres', `update private.messages set error = '消息网关没有答复' where id = $1`, [id])
    const [row] = await session.read(system, `select * from public.sent_messages('failed') where id = $1`, [id])
    expect(row).toMatchObject({
      channel: 'sms',
      template_label: '投诉举报：已收到',
      shown: '138****5678',
      standing: 'failed',
      error: '消息网关没有答复',
    })
    expect(Object.keys(row ?? {})).not.toEqual(expect.arrayContaining(['params', 'secret', 'address']))
    expect(await session.read(handler, `select * from public.sent_messages()`)).toEqual([])
    expect(await session.refusal(handler, `select public.retry_message($1)`, [id])).toBe('PT404 message.not_found')
    await session.act(
      'postgres',
      `update private.outbox_deliveries d set state = 'dead' from private.outbox_events e where e.id = d.event_id and e.key = $1`,
      [id],
    )
    await session.act(system, `select public.retry_message($1)`, [id])
    const [delivery] = await session.read(
      'postgres',
      `select d.state from private.outbox_deliveries d join private.outbox_events e on e.id = d.event_id where e.key = $1`,
      [id],
    )
    expect(delivery?.state).toBe('pending')
    await session.act('postgres', `select private.void_messages(about_id) from private.messages where id = $1`, [id])
    expect((await session.read(system, `select standing from public.sent_messages('over') where id = $1`, [id]))[0]?.standing).toBe('over')
    expect(await session.refusal(system, `select public.retry_message($1)`, [id])).toBe('PT409 message.not_failed')
    const [today] = await session.read(system, `select * from public.message_figures(2)`)
    expect(today?.over).toBeGreaterThan(0)
  })
})
