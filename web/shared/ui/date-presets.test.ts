import { afterEach, expect, it, vi } from 'vitest'
import { datePresets } from './date-presets.ts'

afterEach(() => void vi.useRealTimers())

it('counts days as Shanghai does: its new year begins while the day before lasts elsewhere', () => {
  vi.useFakeTimers({ now: new Date('2026-12-31T16:30:00Z') })
  const said = datePresets.map(
    ({ label, value }) =>
      `${label} ${value()
        .map((day) => day.format('YYYY-MM-DD'))
        .join(' ')}`,
  )
  expect(said).toEqual([
    '近 7 天 2026-12-26 2027-01-01',
    '近 30 天 2026-12-03 2027-01-01',
    '本月 2027-01-01 2027-01-01',
    '今年 2027-01-01 2027-01-01',
  ])
})
