import { expect, test } from '../../fixtures/test.ts'

test('invites a colleague, who opens the account with the code and finds the inbox of the body', async ({ as, citizen }) => {
  const email = `new.${Date.now()}@demo.local`
  const admin = await as('security.admin')
  await admin.goto('/work/admin/officers')
  await admin.getByRole('button', { name: /邀请人员/ }).click()
  const dialog = admin.getByRole('dialog', { name: '邀请人员' })
  await dialog.getByLabel('姓名').fill('何晓')
  await dialog.getByLabel('邮箱').fill(email)
  await dialog.getByLabel('单位').fill('蜀山区生态环境局')
  await admin.getByTitle('蜀山区生态环境局').first().click()
  await dialog.getByLabel(/角色/).click()
  // The table behind names the role too; the open list comes last.
  await admin.getByTitle('经办人', { exact: true }).last().click()
  await admin.keyboard.press('Tab')
  await dialog.getByRole('button', { name: '生成邀请码' }).click()
  const code = await dialog.getByTestId('invitation-code').innerText()

  const page = await citizen()
  await page.goto(`/join?email=${encodeURIComponent(email)}`)
  await page.getByLabel('邀请码').fill('AAAA-AAAA-AAAA-AAAA-AAAA-AAAA')
  await page.getByLabel('设置密码').fill('Right-Horse-77')
  await page.getByLabel('再次输入密码').fill('Right-Horse-77')
  await page.getByRole('button', { name: '激活并登录' }).click()
  await expect(page.getByRole('alert')).toContainText('邀请码')
  await page.getByLabel('邀请码').fill(code.trim())
  await page.getByRole('button', { name: '激活并登录' }).click()
  await expect(page).toHaveURL(/\/work/)
  await expect(page.getByText('蜀山区生态环境局').first()).toBeVisible()
  await expect(page.getByRole('heading', { name: '待办事项' })).toBeVisible()
})
