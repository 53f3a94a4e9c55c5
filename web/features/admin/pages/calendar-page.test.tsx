// @vitest-environment jsdom
import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { CalendarPublication } from '../api/calendar.ts'
import type { CalendarYear } from '../model/calendar.ts'
import type { CalendarDay } from '../model/holiday-notice.ts'
import CalendarPage from './calendar-page.tsx'

const years = scripted<CalendarYear[]>()
const days = scripted<CalendarDay[]>()
const published = vi.fn<(publication: CalendarPublication) => Promise<number>>()
vi.mock('../api/calendar.ts', () => ({
  calendarYearsQuery: { queryKey: ['years'], queryFn: () => years.read() },
  calendarDaysQuery: (year: number) => ({ queryKey: ['days', year], queryFn: days.read }),
  usePublishCalendar: () => ({ mutateAsync: published }),
}))

it('fails with a retry', async () => {
  years.fail()
  renderPage(<CalendarPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
})

it('shows a published year with its source, days off and weekends worked', async () => {
  years.give([{ year: 2026, source: '国办通知', published_on: '2025-11-04' }])
  days.give([{ day: '2026-10-01', kind: 'holiday' }])
  renderPage(<CalendarPage />, { at: '/?year=2026' })
  expect(await screen.findByText(/国办通知（2025-11-04 录入） · 全年 260 个工作日/)).toBeTruthy()
  expect(screen.getByTitle('2026-10-01 放假').textContent).toBe('1休')
})

it('says that a year is missing, and publishes what was read from the notice', async () => {
  years.give([])
  days.give([])
  renderPage(<CalendarPage />, { at: '/?year=2027' })
  expect(await screen.findByText('2027 年的放假安排尚未录入')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '录入 2027 年' }))
  const dialog = within(await screen.findByRole('dialog'))
  const publish = dialog.getByRole<HTMLButtonElement>('button', { name: '核对无误，发布' })
  fireEvent.change(dialog.getByLabelText('发布依据'), { target: { value: '国办通知' } })
  fireEvent.change(dialog.getByLabelText('通知正文'), { target: { value: '2月30日放假' } })
  expect(await dialog.findByText('“2月30日”不是有效的日期')).toBeTruthy()
  expect(publish.disabled).toBe(true)
  fireEvent.change(dialog.getByLabelText('通知正文'), { target: { value: '1月1日至3日放假' } })
  expect(await dialog.findByText('1月1日（周五）')).toBeTruthy()
  await userEvent.click(publish)
  await waitFor(() =>
    expect(published.mock.calls[0]?.[0]).toEqual({ year: 2027, source: '国办通知', days: [{ day: '2027-01-01', kind: 'holiday' }] }),
  )
})
