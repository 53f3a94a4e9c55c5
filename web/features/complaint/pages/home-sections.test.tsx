// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import AboutPage from './about-page.tsx'
import HomeSections from './home-sections.tsx'

const terms = vi.fn<() => Promise<unknown>>()
vi.mock('@/shared/http/rest.ts', () => ({ restGet: (table: string) => (table === 'deadline_rules' ? terms() : Promise.reject(new Error('down'))) }))
beforeEach(() => void terms.mockReset().mockRejectedValue(new Error('down')))

it('states the duties and the terms before filing', () => {
  renderPage(<AboutPage />)
  expect(screen.getByRole('heading', { level: 1, name: '填报须知' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '办理期限' })).toBeTruthy()
})

it('says the terms that hold today, as an administrator has published them', async () => {
  terms.mockResolvedValue([
    { key: 'complaint.accept', amount: 9, unit: 'workday' },
    { key: 'tip.decide', amount: 1, unit: 'month' },
  ])
  renderPage(<HomeSections />)
  expect(await screen.findByText(/投诉：9 个工作日内告知是否受理。举报：1 个月内核查/)).toBeTruthy()
})
