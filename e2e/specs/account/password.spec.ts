import { accountOf } from '../../fixtures/accounts.ts'
import { expect, test } from '../../fixtures/test.ts'

test('changes the password after proving the old one, and ends the other sessions', async ({ browser, baseURL }) => {
  const { email, password } = accountOf('lead.other')
  const signIn = async (secret: string) => {
    const page = await (await browser.newContext({ baseURL: baseURL ?? '' })).newPage()
    await page.goto('/sign-in')
    await page.getByLabel('邮箱').fill(email)
    await page.getByLabel('密码').fill(secret)
    await page.getByRole('button', { name: '登录' }).click()
    return page
  }
  const change = async (page: Awaited<ReturnType<typeof signIn>>, current: string, next: string) => {
    await page.goto('/work/account/password')
    await page.getByLabel('原密码').fill(current)
    await page.getByLabel('新密码', { exact: true }).fill(next)
    await page.getByLabel('再次输入新密码').fill(next)
    await page.getByRole('main').getByRole('button', { name: '修改密码' }).click()
  }
  const elsewhere = await signIn(password)
  await expect(elsewhere).toHaveURL(/\/work/)
  const page = await signIn(password)
  await expect(page).toHaveURL(/\/work/)
  await change(page, 'Wrong-Horse-77', 'Right-Horse-88')
  await expect(page.getByRole('alert')).toContainText('原密码不正确')
  await change(page, password, 'Right-Horse-88')
  await expect(page.getByText('密码已修改')).toBeVisible()

  // The other device cannot renew its session any more.
  const refreshed = await elsewhere.evaluate(async () => {
    const stored = Object.entries(localStorage).find(([key]) => key.endsWith('-auth-token'))?.[1] ?? '{}'
    const { refresh_token } = JSON.parse(stored) as { refresh_token?: string }
    const answer = await fetch('/auth/v1/token?grant_type=refresh_token', {
      method: 'POST',
      headers: { 'content-type': 'application/json', apikey: 'sb_publishable_embedded' },
      body: JSON.stringify({ refresh_token }),
    })
    return answer.status
  })
  expect(refreshed).toBe(400)
  await change(page, 'Right-Horse-88', password)
  await expect(page.getByText('密码已修改')).toBeVisible()
  await page.context().close()
  await elsewhere.context().close()
})
