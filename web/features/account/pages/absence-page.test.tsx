// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { Absence } from '@/entities/work-item/model/absence.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import AbsencePage from './absence-page.tsx'

const absences = scripted<Absence[]>()
const set = vi.hoisted(() => vi.fn<() => void>())
vi.mock('@/entities/work-item/api/absences.ts', () => ({
  absencesQuery: () => ({ queryKey: ['absences'], queryFn: absences.read }),
  useSetAbsence: () => ({ mutateAsync: set }),
  useEndAbsence: () => ({ isPending: false, variables: undefined, mutate: () => undefined }),
}))
vi.mock('../api/list-colleagues.ts', () => ({ colleaguesQuery: () => ({ queryKey: ['colleagues'], queryFn: () => Promise.resolve([]) }) }))

const absence = (patch: Partial<Absence>): Absence => ({
  id: 'a1',
  officer_id: makeSession().officer_id,
  deputy_id: 'w',
  starts_on: '2000-01-01',
  ends_on: '2000-01-05',
  officer: { name: '李经办' },
  deputy: { name: '王芳' },
  ...patch,
})

it('fails with a retry, says when there is none, and wants both ends of the absence', async () => {
  absences.fail()
  const first = renderPage(<AbsencePage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  first.unmount()
  absences.give([])
  renderPage(<AbsencePage />)
  expect(await screen.findByText('还没有登记过外出')).toBeTruthy()
  await userEvent.click(screen.getByRole('button', { name: '登记外出' }))
  expect(await screen.findByText('请选择结束日期')).toBeTruthy()
  expect(screen.getAllByText('请选择代办人').length).toBeGreaterThan(1)
  expect(set).not.toHaveBeenCalled()
})

it('lets one end what runs, and only that', async () => {
  absences.give([
    absence({}),
    absence({ id: 'a2', ends_on: '2099-01-01' }),
    absence({ id: 'a3', officer_id: 'w', deputy_id: makeSession().officer_id }),
  ])
  renderPage(<AbsencePage />)
  expect(await screen.findAllByText(/由王芳代办/)).toHaveLength(2)
  expect(screen.getAllByRole('button', { name: '已返岗，结束代办' })).toHaveLength(1)
  expect(screen.getByText('由我代办')).toBeTruthy()
})
