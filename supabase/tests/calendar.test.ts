import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openSession } from './session.ts'

const session = await openSession()

async function term(start: string, amount: number, unit: string, pauses: string[] = []) {
  const [row] = await session.read('postgres', `select due_on::text, is_provisional from private.term_end($1, $2, $3, $4::daterange[])`, [
    start,
    amount,
    unit,
    pauses,
  ])
  return row
}

describe('terms', () => {
  it('leaves out the day of the event, holidays and weekends, and counts worked weekends', async () => {
    expect(await term('2026-09-29', 7, 'workday')).toEqual({ due_on: '2026-10-14', is_provisional: false })
    expect(await term('2026-09-30', 1, 'workday')).toEqual({ due_on: '2026-10-08', is_provisional: false })
    expect(await term('2026-02-13', 1, 'workday')).toEqual({ due_on: '2026-02-14', is_provisional: false })
  })

  it('ends a term of calendar days on the next working day', async () => {
    expect(await term('2026-09-26', 5, 'day')).toEqual({ due_on: '2026-10-08', is_provisional: false })
    expect(await term('2026-03-02', 1, 'day')).toEqual({ due_on: '2026-03-03', is_provisional: false })
  })

  it('is provisional when it reaches a year without a published calendar', async () => {
    expect(await term('2026-12-28', 5, 'workday')).toMatchObject({ is_provisional: true })
    expect(await term('2027-03-01', 1, 'workday')).toMatchObject({ is_provisional: true })
    expect(await term('2026-12-30', 1, 'workday')).toEqual({ due_on: '2026-12-31', is_provisional: false })
  })

  it('does not count suspended days', async () => {
    expect(await term('2026-03-02', 3, 'workday', ['[2026-03-03,2026-03-04]'])).toEqual({ due_on: '2026-03-09', is_provisional: false })
    expect(await term('2026-03-02', 3, 'workday', ['[2026-03-03,2026-03-10]'])).toEqual({ due_on: '2026-03-13', is_provisional: false })
  })

  it('counts as long a term as a rule may have', async () => {
    expect((await term('2019-01-02', 250, 'workday'))?.due_on).toBe('2020-01-02')
  })

  it('counts months and years to the same day, and to the last one where there is none', async () => {
    expect(await term('2026-01-30', 1, 'month')).toEqual({ due_on: '2026-02-28', is_provisional: false })
    expect(await term('2026-03-02', 1, 'month')).toEqual({ due_on: '2026-04-02', is_provisional: false })
    expect(await term('2024-02-29', 1, 'year')).toEqual({ due_on: '2025-02-28', is_provisional: false })
  })

  it('answers like a walk over the days, whatever is paused', { timeout: 120_000 }, async () => {
    const exceptions = new Map(
      (await session.read('anon', 'select day::text, kind from public.work_calendar')).map((row) => [row.day as string, row.kind]),
    )
    const dayMs = 86_400_000
    const text = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10)
    const isWorkday = (day: number) =>
      exceptions.has(text(day)) ? exceptions.get(text(day)) === 'workday' : ![0, 6].includes(new Date(day * dayMs).getUTCDay())
    const walk = (start: number, amount: number, unit: string, pauses: [number, number][]) => {
      let day = start
      for (let counted = 0; counted < amount;) {
        day += 1
        if (pauses.some(([from, to]) => day >= from && day <= to)) continue
        if (unit === 'day' || isWorkday(day)) counted += 1
      }
      while (!isWorkday(day)) day += 1
      return text(day)
    }
    const first = Date.parse('2025-01-01') / dayMs
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: first, max: first + 700 }),
        fc.integer({ min: 1, max: 90 }),
        fc.constantFrom('day', 'workday'),
        fc.array(fc.tuple(fc.integer({ min: -20, max: 120 }), fc.integer({ min: 0, max: 40 })), { maxLength: 4 }),
        async (start, amount, unit, offsets) => {
          const pauses = offsets.map(([from, length]): [number, number] => [start + from, start + from + length])
          const got = await term(
            text(start),
            amount,
            unit,
            pauses.map(([from, to]) => `[${text(from)},${text(to)}]`),
          )
          expect(got?.due_on).toBe(walk(start, amount, unit, pauses))
        },
      ),
      { numRuns: 3000, seed: 20261124 },
    )
  })

  it('knows the rules before and after 2026-04-15', async () => {
    const rows = await session.read('anon', `select amount, unit from public.deadline_rules where key = 'complaint.mediate' order by effective_from`)
    expect(rows).toEqual([
      { amount: 45, unit: 'workday' },
      { amount: 60, unit: 'day' },
    ])
  })

  it('refuses two rules in force on one day', async () => {
    expect(
      await session.refusal(
        'postgres',
        `insert into public.deadline_rules (key, label, amount, unit, legal_basis, effective_from) values ('complaint.accept', 'x', 1, 'day', 'x', '2026-05-01')`,
      ),
    ).toMatch(/^23P01/)
  })

  it('refuses a term calculator call without sense', async () => {
    expect(await session.refusal('anon', `select * from public.term_end('2026-01-01', 0)`)).toBe('PT422 term.invalid')
    expect(await session.refusal('anon', `select * from public.term_end('2026-01-01', 5, 'moon')`)).toBe('PT422 term.invalid')
  })
})

describe('publishing a year', () => {
  const days = JSON.stringify([{ day: '2027-01-01', kind: 'holiday' }])

  it('is not found without site.admin', async () => {
    for (const who of ['handler.county-market', 'security_admin.province-coordination', 'stranger:00000000-0000-4000-8000-000000000000'])
      expect(await session.refusal(who, `select public.publish_work_calendar(2027, '国办通知', $1)`, [days])).toBe('PT404 calendar.not_found')
  })

  it('refuses days of another year and unknown kinds', async () => {
    const admin = 'system_admin.province-coordination'
    expect(await session.refusal(admin, `select public.publish_work_calendar(2027, '国办通知', '[{"day":"2028-01-01","kind":"holiday"}]')`)).toBe(
      'PT422 calendar.invalid',
    )
    expect(await session.refusal(admin, `select public.publish_work_calendar(2027, '国办通知', '[{"day":"2027-01-01","kind":"feast"}]')`)).toBe(
      'PT422 calendar.invalid',
    )
    expect(await session.refusal(admin, `select public.publish_work_calendar(2027, '', '[]')`)).toBe('PT422 calendar.invalid')
  })

  it('recomputes open terms that were provisional', async () => {
    await session.act('postgres', `update public.work_terms set started_on = '2026-12-30' where state = 'running' and key = 'complaint.accept'`)
    await session.act('postgres', `select private.work_refresh(item_id) from public.work_terms where key = 'complaint.accept' and state = 'running'`)
    const before = await session.read(
      'postgres',
      `select distinct due_on::text, is_provisional from public.work_terms where key = 'complaint.accept' and state = 'running'`,
    )
    expect(before).toEqual([{ due_on: '2027-01-08', is_provisional: true }])
    await session.act('system_admin.province-coordination', `select public.publish_work_calendar(2027, '国办通知', $1)`, [days])
    const after = await session.read(
      'postgres',
      `select distinct due_on::text, is_provisional from public.work_terms where key = 'complaint.accept' and state = 'running'`,
    )
    expect(after).toEqual([{ due_on: '2027-01-11', is_provisional: false }])
    const items = await session.read(
      'postgres',
      `select distinct i.due_is_provisional from public.work_items i join public.work_terms t on t.item_id = i.id and t.key = 'complaint.accept' and t.state = 'running'`,
    )
    expect(items).toEqual([{ due_is_provisional: false }])
  })

  it('leaves what is too much for one request to the sweep, and one bad row stops nothing', async () => {
    await session.act('postgres', `insert into private.work_recomputes select id from public.work_items where is_open on conflict do nothing`)
    const waiting = async () => Number((await session.read('postgres', 'select count(*) as n from private.work_recomputes'))[0]?.n)
    const before = await waiting()
    expect(before).toBeGreaterThan(2)
    expect((await session.act('postgres', 'select private.work_recompute(1) as n'))[0]?.n).toBe(1)
    expect(await waiting()).toBe(before - 1)
    const [bad] = await session.act(
      'postgres',
      `update public.work_items set light = 'red', title = '坏行' where id = (select item_id from private.work_recomputes limit 1) returning id`,
    )
    await session.act('postgres', `alter table public.work_items add constraint bad_row check (title <> '坏行') not valid`)
    await session.act('postgres', 'select private.work_sweep()')
    expect(await waiting()).toBe(0)
    expect(await session.read('postgres', `select item_id from private.sweep_failures where error like '%bad_row%'`)).toEqual([{ item_id: bad?.id }])
  })
})
