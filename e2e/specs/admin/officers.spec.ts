import { readFileSync } from 'node:fs'
import { expect, test } from '../../fixtures/test.ts'

test('a security administrator finds people by role, body and account, and takes the list away', async ({ as }) => {
  const page = await as('security.admin')
  await page.goto('/work/admin/officers')
  const rows = page.getByRole('table').getByRole('row')
  const choice = (text: string) => page.locator('.ant-select-item-option:visible', { hasText: text })
  const count = page.getByRole('status').filter({ hasText: /^共/ })
  await expect(rows.nth(10)).toBeVisible()

  await page.getByLabel('角色', { exact: true }).click()
  await choice('协调机构人员').click()
  await expect(count).toHaveText('共 3 条')
  await expect(page.getByRole('cell', { name: '周静', exact: true })).toHaveCount(0)

  await page.getByRole('button', { name: '清除条件' }).click()
  await page.getByRole('combobox', { name: /^单位/ }).fill('庐阳区市场监督')
  await choice('庐阳区市场监督管理局').click()
  await expect(count).toHaveText('共 4 条')
  await expect(page.getByRole('cell', { name: '周静', exact: true })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).click()
  await page.getByRole('menuitem', { name: /文本表格/ }).click()
  const file = readFileSync(await (await download).path(), 'utf8')
  // What the list was narrowed to, the names of the columns, four people.
  expect(file.trimEnd().split('\r\n')).toHaveLength(6)
  expect(file).toContain('人员（单位：庐阳区市场监督管理局）导出于')
  expect(file).toContain('周静,庐阳区市场监督管理局')

  await page.getByLabel('账号', { exact: true }).click()
  await choice('已停用').click()
  await expect(page.getByText('没有符合条件的人员')).toBeVisible()
  expect(await rows.count()).toBeLessThanOrEqual(2)
})
