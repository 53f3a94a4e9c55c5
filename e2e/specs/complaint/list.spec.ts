/** The list as every module has it: fits the desk, states with counts, places beside it, filters that are kept, paper. */
import { readFileSync } from 'node:fs'
import { expect, test } from '../../fixtures/test.ts'

const rows = '.row-table tbody a'

test('no list is wider than a desk of 1366 px, with the tree beside it or without', async ({ as }) => {
  for (const [who, paths] of [
    ['lead.market', ['/work/complaints', '/work/complaints?scope=all', '/work/inbox?box=org', '/work/inbox?box=done', '/work/admin/officers']],
    ['leader.city', ['/work/complaints', '/work/complaints?scope=own', '/work/inbox', '/work/admin/officers']],
  ] as const) {
    const page = await as(who)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      const table = page.locator('.row-table')
      await expect(table).toBeVisible()
      expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth), `${who} ${path}`).toBe(0)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), `${who} ${path}`).toBe(1366)
    }
    await page.context().close()
  }
})

test('a coordinator goes by state and by place, and typed days count', async ({ as, expectAccessible }) => {
  const page = await as('coordinator.city')
  await page.goto('/work/complaints')
  const total = page.getByRole('status').filter({ hasText: /^共/ })
  const waiting = page.getByRole('tab', { name: /^待签收 \d+$/ })
  // Others file meanwhile: number and list are read together when the tab is opened.
  await expect(async () => {
    await page.getByRole('tab', { name: '全部', exact: true }).click()
    await waiting.click()
    await expect(waiting).toHaveAttribute('aria-selected', 'true')
    await expect(async () => {
      const said = (await waiting.innerText()).replace(/\D/g, '')
      expect((await total.innerText()).replace(/\D/g, '')).toBe(said)
    }).toPass({ timeout: 3_000 })
  }).toPass({ timeout: 20_000 })
  await page.getByRole('tab', { name: '全部', exact: true }).click()

  const tree = page.getByRole('navigation', { name: '按地区查看' })
  await tree.getByRole('button', { name: '展开庐阳区' }).click()
  await expect(tree.getByRole('button', { name: '亳州路街道' })).toBeVisible()
  await tree.getByRole('button', { name: '庐阳区', exact: true }).click()
  await expect(page).toHaveURL(/region=340103000/)
  await expect(page.locator(rows).first()).toBeVisible()
  await expectAccessible(page)

  const days = page.locator('.date-range input')
  await days.first().click()
  await days.first().fill('2026-11-01')
  await page.keyboard.press('Enter')
  await days.last().fill('2026-11-20')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/from=2026-11-01&to=2026-11-20/)

  await tree.getByRole('button', { name: '收起地区树' }).click()
  await page.reload()
  await expect(page.getByRole('button', { name: '展开地区树' })).toBeVisible()
  await expect(page.getByRole('combobox', { name: '地区' })).toBeVisible()
})

test('a filter is kept under a name, opens the list, and is told on paper and in the file', async ({ as, expectAccessible }) => {
  const page = await as('reviewer.market')
  const name = `超期 ${Date.now()}`
  await page.goto('/work/complaints?late=true')
  await page.getByRole('button', { name: /^常用筛选/ }).click()
  await page.getByRole('menuitem', { name: '保存当前筛选' }).click()
  const dialog = page.getByRole('dialog', { name: '保存当前筛选' })
  await dialog.getByRole('textbox', { name: '名称' }).fill(name)
  await dialog.getByRole('checkbox', { name: '打开本列表时默认使用' }).check()
  await expectAccessible(page)
  await dialog.getByRole('button', { name: '保存', exact: true }).click()
  await expect(page.getByText(`已保存常用筛选“${name}”`)).toBeVisible()

  await page.goto('/work/inbox')
  await page.getByRole('link', { name: /投诉举报$/ }).click()
  await expect(page).toHaveURL(/late=true/)
  await expect(page.getByRole('button', { name: `常用筛选：${name}` })).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(page).toHaveURL(/complaints$/)
  await page.getByRole('button', { name: /^常用筛选/ }).click()
  await page.getByRole('menuitem', { name: `${name}（默认）` }).click()
  await expect(page).toHaveURL(/late=true/)

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /文本表格/ }).click()
  expect(readFileSync(await (await download).path(), 'utf8')).toMatch(/^\uFEFF投诉举报（仅超期）导出于/)

  await page.emulateMedia({ media: 'print' })
  await expect(page.getByText(/^筛选条件：仅超期/)).toBeVisible()
  await expect(page.locator(rows).first()).toBeVisible()
  for (const chrome of ['.work-sider', '.work-header', '.filter-bar', '.table-bar', '.tab-strip', '.page-actions'])
    await expect(page.locator(chrome), chrome).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: /^常用筛选/ }).click()
  await page.getByRole('menuitem', { name: '管理常用筛选' }).click()
  const manage = page.getByRole('dialog', { name: '管理常用筛选' })
  await expectAccessible(page)
  await manage.getByRole('button', { name: `删除${name}` }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '删除' }).click()
  await expect(manage.getByText('还没有常用筛选')).toBeVisible()
})
