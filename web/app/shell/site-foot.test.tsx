// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { SiteFoot } from './site-foot.tsx'

const none = {
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
const foot = (parameters: Partial<Record<keyof typeof none, string>>) =>
  render(<SiteFoot site={{ government: '某县人民政府', hotline: '12345', parameters: { ...none, ...parameters } }} />)

it('has a line for what was entered and none for the rest', () => {
  foot({})
  expect(document.body.textContent).toBe('主办单位：某县人民政府政务服务便民热线：12345')
})

it('leads to the registers in which the site stands', () => {
  foot({ conac_id: '53C6D4F0A5D33F4DE053012819AC6B2E', icp_no: '皖ICP备05001234号-1', police_no: '皖公网安备 34010002000001号' })
  expect(screen.getAllByRole('link').map((link) => link.getAttribute('href'))).toEqual([
    'tel:12345',
    'https://bszs.conac.cn/sitename?method=show&id=53C6D4F0A5D33F4DE053012819AC6B2E',
    'https://beian.miit.gov.cn/',
    'https://beian.mps.gov.cn/#/query/webSearch?code=34010002000001',
  ])
})
