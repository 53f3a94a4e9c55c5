import { codeFor, mailsTo } from '../../fixtures/mailbox.ts'
import { expect, test } from '../../fixtures/test.ts'

test('sends an invitation, sends it again, takes it back; who invites never sees a code', async ({ as, citizen, db }) => {
  const email = `twice.${Date.now()}@demo.local`
  const admin = await as('system.admin')
  await admin.goto('/work/admin/officers')
  await admin.getByRole('button', { name: '邀请人员' }).click()
  const dialog = admin.getByRole('dialog', { name: '邀请人员' })
  await dialog.getByLabel('姓名').fill('何晓')
  await dialog.getByLabel('邮箱').fill(email)
  await dialog.getByRole('button', { name: '发送邀请' }).click()
  await expect(dialog.getByText(`邀请已发往 ${email}`)).toBeVisible()
  await expect(dialog).not.toContainText(/[2-9A-Z]{4}-[2-9A-Z]{4}/)
  await dialog.getByRole('button', { name: '完成' }).click()
  const row = admin.getByRole('listitem').filter({ hasText: email })
  await expect(row).toContainText('已发')
  const first = await codeFor(email)
  expect((await mailsTo(email))[0]?.text).toContain(`/join?email=${encodeURIComponent(email)}`)
  // Delivered, it is nowhere any more.
  await expect
    .poll(async () => (await db.query(`select 1 from private.messages where address = $1 and secret is not null`, [email])).rowCount)
    .toBe(0)

  await row.getByRole('button', { name: '重新发送' }).click()
  await expect(admin.getByText('原邀请码作废')).toBeVisible()
  const second = await codeFor(email, 2)
  expect(second).not.toBe(first)
  const join = async (code: string) => {
    const page = await citizen()
    await page.goto(`/join?email=${encodeURIComponent(email)}`)
    await page.getByLabel('邀请码').fill(code)
    await page.getByLabel('设置密码').fill('Right-Horse-77')
    await page.getByLabel('再次输入密码').fill('Right-Horse-77')
    await page.getByRole('button', { name: '开通并登录' }).click()
    return page.getByRole('alert')
  }
  await expect(await join(first)).toContainText('邀请码')
  await row.getByRole('button', { name: '收回给何晓的邀请' }).click()
  await admin.getByRole('tooltip').getByRole('button', { name: '收回' }).click()
  await expect(row).toHaveCount(0)
  await expect(await join(second)).toContainText('邀请码')
})
