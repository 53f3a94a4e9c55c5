/** What is said in passing stands in nobody's way. */
import type { Page } from '@playwright/test'
import { expect, phone, test } from '../../fixtures/test.ts'

/** Buttons and links of these parts that a toast lies over. */
const covered = (page: Page, parts: string) =>
  page.evaluate(
    (selector) =>
      [...document.querySelectorAll<HTMLElement>(selector)].flatMap((part) =>
        [...part.querySelectorAll<HTMLElement>('button, a')].flatMap((one) => {
          const box = one.getBoundingClientRect()
          const toasts = document.querySelector('.toast')?.getBoundingClientRect()
          const isUnder = toasts && box.left < toasts.right && box.right > toasts.left && box.top < toasts.bottom && box.bottom > toasts.top
          return isUnder ? [one.innerText || (one.getAttribute('aria-label') ?? '')] : []
        }),
      ),
    parts,
  )

for (const [name, options] of [
  ['desk', {}],
  ['phone', phone],
] as const)
  test(`a toast covers no button of the head, the acts and the drawer on a ${name}`, async ({ as }) => {
    const page = await as('handler.market', options)
    // Looked for by name: what other tests file meanwhile would push it down the list, and off the page in the end.
    await page.goto(`/work/complaints?q=${encodeURIComponent('停车场未公示收费标准')}`)
    const first = page.locator('main').getByRole('link', { name: '停车场未公示收费标准' })
    await expect(first).toBeVisible()
    // An error stays longest: long enough for the next steps.
    await page.route('**/rest/v1/complaint_case_list*', (route) => route.abort())
    await page.getByRole('button', { name: '导出' }).click()
    await page.getByRole('menuitem', { name: /文本表格/ }).click()
    const toast = page.locator('.toast')
    await expect(toast).toBeVisible()
    await page.unroute('**/rest/v1/complaint_case_list*')
    expect(await covered(page, '.work-header, .page-top')).toEqual([])
    await first.click()
    const acts = page.getByRole('group', { name: '办理操作' })
    await expect(acts.getByRole('button').first()).toBeVisible()
    expect(await covered(page, '.work-header, .item-head, .item-bar')).toEqual([])
    await acts.getByRole('button', { name: '转办' }).click()
    await expect(page.getByRole('dialog', { name: '转办' })).toBeVisible()
    await expect(toast).toBeVisible()
    expect(await covered(page, '.ant-drawer-header, .ant-drawer-footer')).toEqual([])
  })
