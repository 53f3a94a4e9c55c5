// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { listFilter, search } from '@/shared/list/list-filter.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { viewerOf } from '../model/scope.ts'
import { workFields, type WorkState } from '../model/work-filter.ts'
import { WorkFilters } from './work-filters.tsx'

vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({
  statesQuery: (kinds: string[]) => ({
    queryKey: ['states', kinds],
    queryFn: () => Promise.resolve([{ state: 'answered', label: '已答复', is_open: false }]),
  }),
}))

const filter = listFilter({ ...workFields, q: search('标题') }, { sorts: [], place: ['scope'] })
const onChange = vi.fn<(patch: Partial<WorkState & { q: string }>) => void>()
const show = (address: string, session = makeSession()) =>
  renderPage(
    <WorkFilters
      list="notes"
      filter={filter.parse(Object.fromEntries(new URLSearchParams(address)))}
      viewer={viewerOf(session)}
      kinds={['x']}
      placeholder="标题"
      onChange={onChange}
      onReset={undefined}
    />,
    { session },
  )
beforeEach(() => void onChange.mockReset())

it('asks for no place and no line on the own desk', () => {
  show('')
  expect(screen.queryByRole('combobox', { name: '地区' })).toBeNull()
  expect(screen.queryByRole('combobox', { name: '条线' })).toBeNull()
  expect(screen.queryByText('清除条件')).toBeNull()
})

it('takes place and line away with the region, so that no hidden condition stays', async () => {
  show('region=340102000&exact=true&line=market')
  expect(screen.getByRole('checkbox', { name: '仅本级' })).toHaveProperty('checked', true)
  await userEvent.click(screen.getByText('本单位'))
  expect(onChange).toHaveBeenLastCalledWith({ scope: 'own', region: undefined, exact: undefined, line: undefined })
})

it('offers 仅本级 only where a place was picked', () => {
  show('scope=all')
  expect(screen.getByRole('combobox', { name: '地区' })).toBeTruthy()
  expect(screen.queryByRole('checkbox', { name: '仅本级' })).toBeNull()
})

it('leaves the place to the tree where there is one', () => {
  show('', makeSession({ is_coordinator: true, region_code: 340100000 }))
  expect(screen.queryByRole('combobox', { name: '地区' })).toBeNull()
  expect(screen.getByRole('combobox', { name: '条线' })).toBeTruthy()
})

it('asks of closed work how it ended, and not for a light', async () => {
  show('state=answered')
  expect(await screen.findByText('已答复')).toBeTruthy()
  expect(screen.getByRole('combobox', { name: '办理结果' })).toBeTruthy()
  expect(screen.queryByRole('combobox', { name: '预警' })).toBeNull()
})
