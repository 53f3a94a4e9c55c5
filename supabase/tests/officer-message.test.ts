/** A phone of one's own, and the warnings of terms that go to it: only what was chosen, only where it was confirmed, once. */
import { describe, expect, it } from 'vitest'
import { openSession } from './session.ts'
import { personOf } from './people.ts'

const session = await openSession()
const me = 'handler.county-market'
const { id } = personOf(me)
await session.act('postgres', `update public.sites set parameters = parameters || '{"quiet_from":"00:00","quiet_to":"00:00"}' where is_active`)

const codeOf = async () =>
  (
    await session.read(
      'postgres',
      `select secret from private.messages where about_id = $1 and expires_at > now() order by created_at desc limit 1`,
      [id],
    )
  )[0]?.secret
const settings = async () => (await session.read(me, `select * from public.my_message_settings()`))[0]
const choose = (choices: string[]) => session.act(me, `select public.choose_my_messages($1)`, [choices])
const confirm = async (code: unknown) => (await session.act(me, `select public.confirm_my_phone($1) as ok`, [code]))[0]?.ok

describe('a phone', () => {
  it.each(['123', '2381234567x', '12812345678', null])('that is none is refused: %s', async (phone) => {
    expect(await session.refusal(me, `select public.ask_my_phone($1)`, [phone])).toBe('PT422 message.phone_invalid')
  })

  it('is one’s own once the code that came to it is given; short messages need it', async () => {
    expect(await session.refusal(me, `select public.choose_my_messages('{overdue:sms}')`)).toBe('PT422 message.phone_missing')
    expect(await session.refusal(me, `select public.choose_my_messages('{overdue:pigeon}')`)).toBe('PT422 message.choice_unknown')
    await session.act(me, `select public.ask_my_phone('13812345678')`)
    expect(await settings()).toMatchObject({ phone: null, asked_phone: '138****5678' })
    expect(await session.refusal(me, `select public.choose_my_messages('{overdue:sms}')`)).toBe('PT422 message.phone_missing')
    const code = await codeOf()
    expect(await confirm(code === '000000' ? '111111' : '000000')).toBe(false)
    expect(await confirm(code)).toBe(true)
    expect(await confirm(code)).toBe(false)
    expect(await settings()).toMatchObject({ phone: '138****5678', asked_phone: null })
  })

  it('goes on until another is confirmed, and its code is not guessed', async () => {
    await session.act(me, `select public.ask_my_phone('13900001111')`)
    const code = await codeOf()
    for (let n = 0; n < 5; n += 1) expect(await confirm(code === '000000' ? '111111' : '000000')).toBe(false)
    expect(await confirm(code)).toBe(false)
    expect(await settings()).toMatchObject({ phone: '138****5678' })
  })

  it('is asked for so often a day', async () => {
    for (let n = 0; n < 3; n += 1) await session.act(me, `select public.ask_my_phone('13900001111')`)
    expect(await session.refusal(me, `select public.ask_my_phone('13900001111')`)).toBe('PT429 quota.used_up')
  })
})

describe('warnings of terms', () => {
  const warn = (light: string) =>
    session.act(
      'postgres',
      `select private.say_term_warnings(array(select (jsonb_populate_record(i, jsonb_build_object('handler_id', $1::text, 'light', $2::text, 'due_at', '2026-12-01T16:00:00Z'))) from public.work_items i order by i.id limit 1))`,
      [id, light],
    )
  const told = () =>
    session.read(
      'postgres',
      `select channel, shown, params ->> 'what' as what, params ->> 'due' as due from private.messages where template = 'term_warning' order by channel, what`,
    )

  it('go where they were chosen, once for a term', async () => {
    await warn('yellow')
    expect(await told()).toEqual([])
    await choose(['reminded:email', 'overdue:sms', 'overdue:sms'])
    expect((await settings())?.choices).toEqual(['overdue:sms', 'reminded:email'])
    await warn('yellow')
    await warn('yellow')
    await warn('orange')
    await warn('green')
    expect(await told()).toEqual([
      { channel: 'email', shown: 'h***@test.local', what: '期限将至', due: '12月1日' },
      { channel: 'sms', shown: '138****5678', what: '已超过期限', due: '12月1日' },
    ])
  })

  it('are not lost when another code is asked for', async () => {
    await session.act('postgres', `delete from private.quota_counts where bucket = 'officer-phone.code'`)
    await session.act(me, `select public.ask_my_phone('13900001111')`)
    const [row] = await session.read(
      'postgres',
      `select count(*)::int as n from private.messages where template = 'term_warning' and expires_at > now()`,
    )
    expect(row?.n).toBe(2)
  })

  it('end with the phone', async () => {
    await session.act(me, `select public.drop_my_phone()`)
    expect(await settings()).toMatchObject({ phone: null, choices: ['reminded:email'] })
  })
})
