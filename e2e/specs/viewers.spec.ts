/** One browser, two officers one after the other: nobody sees what was read before them, not even until it is read again. */
import type { Page } from '@playwright/test'
import { accountOf, type Who } from '../fixtures/accounts.ts'
import { expect, test } from '../fixtures/test.ts'
import { FilingPage } from '../pages/filing.page.ts'

async function signIn(page: Page, who: Who) {
  const { email, password } = accountOf(who)
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

test('a sign-out in another window leaves nothing for the next officer', async ({ citizen }) => {
  const title = `前一位的件 ${Date.now()}`
  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title })
  await filing.submit()

  const first = accountOf('handler.market')
  await page.goto('/work/inbox')
  await signIn(page, 'handler.market')
  // The list of the demo is longer than a page by now.
  const find = async () => {
    await page.getByRole('searchbox', { name: '标题或编号' }).fill(title)
    await page.getByRole('searchbox', { name: '标题或编号' }).press('Enter')
  }
  await find()
  await page.getByRole('link', { name: title }).click()
  await page.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '退回' }).click()
  await page.getByRole('dialog', { name: '退回' }).getByLabel('退回理由').fill('前一位写的理由')
  await page.getByRole('dialog', { name: '退回' }).getByRole('button', { name: '取消' }).click()
  await page.getByRole('navigation', { name: '工作导航' }).getByRole('link', { name: '待办事项' }).click()
  await find()
  await expect(page.getByRole('link', { name: title })).toBeVisible()

  const other = await page.context().newPage()
  await other.goto('/work')
  await other.getByRole('button', { name: `${first.name}，账号菜单` }).click()
  await other.getByRole('button', { name: '退出登录' }).click()
  await expect(other).toHaveURL(/\/sign-in/)
  await other.close()

  // The first window noticed by itself. What the next officer asks for is held back, so only a cache could show rows.
  await expect(page).toHaveURL(/\/sign-in/)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((slot) => slot.startsWith('text-draft:')))).toEqual([])
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  await page.route('**/rest/v1/**', async (route) => {
    if (!route.request().url().includes('/rpc/my_session')) await held
    await route.fallback()
  })
  await signIn(page, 'handler.environment')
  await expect(page.getByRole('button', { name: `${accountOf('handler.environment').name}，账号菜单` })).toBeVisible()
  await expect(page.getByRole('heading', { level: 1, name: '待办事项' })).toBeVisible()
  await expect(page.locator('main [aria-busy="true"]').first()).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
  release()
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
  await expect(page.getByText(title)).toHaveCount(0)
})
