// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { makeSubject } from '@/testing/make-subject.ts'
import SubjectsPage from './subjects-page.tsx'

const found = vi.hoisted(() => vi.fn<(text: string) => unknown[]>())
vi.mock('@/entities/subject/api/find-subjects.ts', () => ({
  foundSubjectsQuery: (text: string) => ({ queryKey: ['found', text], enabled: text !== '', queryFn: () => found(text) }),
  licencesQuery: () => ({
    queryKey: ['licences'],
    queryFn: () => [{ id: 1, name: '食品经营许可证', licence_no: 'JY1', issuer: '局', issued_on: '2019-01-01', valid_to: '2024-01-01' }],
  }),
}))

it('asks nothing before something is typed', () => {
  renderPage(<SubjectsPage />)
  expect(screen.getByText(/开始查找/)).toBeTruthy()
  expect(found).not.toHaveBeenCalled()
})

it('shows what was found with its state, and the facts of the one that is opened', async () => {
  found.mockReturnValue([makeSubject({ name: '鼎香小吃店', state: 'closed', is_uscc_doubtful: true })])
  renderPage(<SubjectsPage />, { at: '/work/subjects?q=鼎香' })
  const row = await screen.findByRole('button', { name: /鼎香小吃店/ })
  expect(row.textContent).toContain('注销')
  expect(screen.getByText('共 1 家')).toBeTruthy()
  await userEvent.click(row)
  expect(row.getAttribute('aria-expanded')).toBe('true')
  expect(await screen.findByText('已过期')).toBeTruthy()
  expect(screen.getByText('校验码不符，登记数据待核实')).toBeTruthy()
})

it('says that nothing was found', async () => {
  found.mockReturnValue([])
  renderPage(<SubjectsPage />, { at: '/work/subjects?q=没有' })
  expect(await screen.findByText('没有符合条件的监管对象')).toBeTruthy()
})
