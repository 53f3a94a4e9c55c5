import { expect, it } from 'vitest'
import { readSiteBody, siteChangeWords } from './site-form.ts'

it('reads what it knows, and leaves out what is empty', () => {
  expect(readSiteBody({ name: '甲', host: '', other: 'x', hotline: 3 })).toEqual({ name: '甲' })
})
it('says what a version changed', () => {
  expect(siteChangeWords({ name: '乙', icp_no: '皖ICP备05001234号' }, { name: '甲', host: '丙' })).toBe(
    '站点名称：乙；主办单位：（清空）；ICP备案号：皖ICP备05001234号',
  )
  expect(siteChangeWords({ name: '甲' }, { name: '甲' })).toBe('内容未变')
})
