// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { StateTabs } from './state-tabs.tsx'

const answers = [{ routed: 40 }, { routed: 41 }]
vi.mock('../api/count-states.ts', () => ({
  stateCountsQuery: () => ({ queryKey: ['counts'], queryFn: () => Promise.resolve(answers.length > 1 ? answers.shift() : answers[0]) }),
}))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({
  statesQuery: () => ({
    queryKey: ['states'],
    queryFn: () => Promise.resolve([{ state: 'routed', label: '待签收', is_open: true, is_side: false }]),
  }),
}))

it('reads the numbers anew when the list is read anew: one that is older would contradict it', async () => {
  const onChange = vi.fn<(patch: object) => void>()
  const filter = { state: undefined, open: undefined, closed: undefined }
  renderPage(<StateTabs kinds={['x']} filter={filter} reach={{ orgId: 'o', range: undefined, line: undefined }} onChange={onChange} />)
  await userEvent.click(await screen.findByRole('tab', { name: '待签收 40' }))
  expect(onChange).toHaveBeenCalledWith({ state: 'routed', open: undefined, closed: undefined })
  expect(await screen.findByRole('tab', { name: '待签收 41' })).toBeTruthy()
})
