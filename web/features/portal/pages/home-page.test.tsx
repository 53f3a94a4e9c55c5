// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { PublicModulesContext } from '@/shared/module/module-context.ts'
import type { PublicManifest } from '@/shared/module/public-manifest.ts'
import { renderPage } from '@/testing/render-page.tsx'
import HomePage from './home-page.tsx'

vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.reject(new Error('down')) }))

const part = (id: string, order: number): PublicManifest => ({
  id,
  title: id,
  routes: [],
  nav: [],
  home: {
    order,
    lead: { title: `${id}在这里办`, text: '' },
    acts: [{ path: `/${id}`, title: `我要${id}`, hint: '' }],
    Sections: () => <h2>怎样{id}</h2>,
  },
})

it('offers nothing that no module offers, and still says where to call', () => {
  renderPage(<HomePage />)
  expect(screen.getByRole('heading', { level: 1, name: '互联网＋监管' })).toBeTruthy()
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual(['tel:110', 'tel:119', 'tel:120', 'tel:12345'])
})

it('leads into the modules of the site in their order, even when its profile cannot be read', () => {
  renderPage(
    <PublicModulesContext value={[part('查询', 20), part('投诉', 10)]}>
      <HomePage />
    </PublicModulesContext>,
  )
  expect(screen.getByRole('heading', { level: 1, name: '投诉在这里办' })).toBeTruthy()
  expect(screen.getAllByRole('link', { name: /我要/ }).map((link) => link.getAttribute('href'))).toEqual(['/投诉', '/查询'])
  expect(screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent)).toEqual(['怎样投诉', '怎样查询'])
})
