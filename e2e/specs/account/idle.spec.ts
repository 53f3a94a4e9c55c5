import { accountOf } from '../../fixtures/accounts.ts'
import { expect, phone, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('half an hour without a touch signs out, says so, and what was being written is there afterwards', async ({
  citizen,
  browser,
  baseURL,
  expectAccessible,
}) => {
  const title = `放下不管 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title })
  await filing.submit()

  const { email, password } = accountOf('handler2.market')
  const page = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
  const signIn = async () => {
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('密码').fill(password)
    await page.getByRole('button', { name: '登录' }).click()
    await expect(page).toHaveURL(/\/work/)
  }
  const reason = page.getByRole('dialog', { name: '退回' }).getByLabel('退回理由')
  const giveBack = page.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '退回' })
  await page.clock.install()
  await page.goto('/sign-in')
  await signIn()
  await new CasePage(page).openFromInbox(title)
  await giveBack.click()
  await reason.fill('应由属地所办理，理由写到一半')
  await page.clock.fastForward('29:00')
  await expect(reason).toBeVisible()
  await page.clock.fastForward('02:00')

  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByRole('status').filter({ hasText: '超过 30 分钟没有操作' })).toBeVisible()
  await expectAccessible(page)
  await page.setViewportSize(phone.viewport)
  await expect(page.getByRole('button', { name: '登录' })).toBeInViewport()
  await page.setViewportSize({ width: 1366, height: 768 })

  await signIn()
  // Back where it was left, with the words.
  await giveBack.click()
  await expect(reason).toHaveValue('应由属地所办理，理由写到一半')
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click()

  // Who leaves by themselves leaves nothing.
  await page.getByRole('button', { name: accountOf('handler2.market').name }).click()
  await page.getByRole('button', { name: '退出登录' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  await expect(page.getByText('超过 30 分钟没有操作')).toHaveCount(0)
  expect(await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('text-draft:')))).toEqual([])
  await page.context().close()
})
