// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import AboutPage from './about-page.tsx'
import HomePage from './home-page.tsx'

vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.reject(new Error('down')) }))

it('leads to filing and following even when the site profile cannot be read', () => {
  renderPage(<HomePage />)
  expect(screen.getByRole('link', { name: /我要投诉举报/ }).getAttribute('href')).toBe('/complaint/new')
  expect(screen.getByRole('link', { name: /查询办理进度/ }).getAttribute('href')).toBe('/complaint/follow')
})

it('states the duties and the terms before filing', () => {
  renderPage(<AboutPage />)
  expect(screen.getByRole('heading', { level: 1, name: '填报须知' })).toBeTruthy()
  expect(screen.getByRole('heading', { name: '办理期限' })).toBeTruthy()
})
