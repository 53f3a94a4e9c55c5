// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import AccessibilityPage from './accessibility-page.tsx'
import PrivacyPage from './privacy-page.tsx'

const read = vi.hoisted(() => vi.fn<() => Promise<object[]>>())
vi.mock('@/shared/http/rest.ts', () => ({ restGet: read }))

const empty = {
  host: null,
  operator: null,
  contact: null,
  address: null,
  site_code: null,
  conac_id: null,
  icp_no: null,
  police_no: null,
  seal_text: null,
}
const site = {
  key: 'x',
  name: '某县监管',
  short_name: '某县',
  government: '某县人民政府',
  hotline: '0551-12345',
  root_region: 1,
  tiers: [4],
  modules: [],
}

beforeEach(() => void read.mockReset())

it.each([
  ['隐私说明', PrivacyPage],
  ['无障碍声明', AccessibilityPage],
])('%s names whom to turn to', async (title, Statement) => {
  read.mockResolvedValue([{ ...site, parameters: { ...empty, host: '某县市场监督管理局', contact: '0551-1234567' } }])
  renderPage(<Statement />)
  expect(screen.getByRole('heading', { level: 1, name: title })).toBeTruthy()
  expect(await screen.findByText('主办单位：某县市场监督管理局')).toBeTruthy()
  expect(screen.getByRole('link', { name: '0551-1234567' }).getAttribute('href')).toBe('tel:0551-1234567')
  expect(screen.getAllByRole('link', { name: '0551-12345' }).map((link) => link.getAttribute('href'))).toContain('tel:0551-12345')
  expect(screen.queryByText(/联系地址/)).toBeNull()
})

it('says what is true anyway when the profile of the site cannot be read', () => {
  read.mockRejectedValue(new Error('down'))
  renderPage(<PrivacyPage />)
  expect(screen.getByText(/姓名和手机号加密保存/)).toBeTruthy()
  expect(screen.getByText(/政务服务便民热线/).textContent).toBe('政务服务便民热线：12345')
})
