import { expect, it } from 'vitest'
import { timeLeft } from './time-left.ts'

const friday = Date.parse('2026-11-20T10:00:00+08:00')
const endOf = (day: string) => `${day}T23:59:59.999+08:00`

it.each([
  [{ dueAt: null, workdaysLeft: null }, '无期限'],
  [{ dueAt: endOf('2026-11-25'), workdaysLeft: 3 }, '剩 3 个工作日'],
  [{ dueAt: endOf('2026-11-20'), workdaysLeft: 0 }, '今天到期'],
  [{ dueAt: endOf('2026-11-18'), workdaysLeft: -2 }, '超期 2 个工作日'],
  [{ dueAt: endOf('2026-11-21'), workdaysLeft: 0 }, '剩不足 1 个工作日'],
  [{ dueAt: '2026-11-20T15:30:00+08:00', workdaysLeft: 0, unit: 'hour' }, '剩 5 小时'],
  [{ dueAt: '2026-11-20T10:20:00+08:00', workdaysLeft: 0, unit: 'hour' }, '剩不足 1 小时'],
  [{ dueAt: '2026-11-20T07:00:00+08:00', workdaysLeft: 0, unit: 'hour' }, '超期 3 小时'],
  [{ dueAt: endOf('2026-11-27'), workdaysLeft: null }, '剩 8 个自然日'],
])('%j → %s', (term, text) => expect(timeLeft(term, friday)).toBe(text))

it('is late on a Saturday after a Friday, though no working day has gone by', () => {
  expect(timeLeft({ dueAt: endOf('2026-11-20'), workdaysLeft: 0 }, Date.parse('2026-11-21T09:00:00+08:00'))).toBe('超期不足 1 个工作日')
})
