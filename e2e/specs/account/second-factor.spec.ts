import type { Page } from '@playwright/test'
import { Secret, TOTP } from 'otpauth'
import { accountOf, type Who } from '../../fixtures/accounts.ts'
import { expect, phone, test } from '../../fixtures/test.ts'

const codeAt = (secret: string, steps = 0) => new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })

async function signIn(page: Page, who: Who) {
  const { email, password } = accountOf(who)
  await page.goto('/sign-in')
  await page.getByLabel('邮箱').fill(email)
  await page.getByLabel('密码').fill(password)
  await page.getByRole('button', { name: '登录' }).click()
}

const give = async (page: Page, code: string) => {
  await page.getByLabel('动态码').fill(code)
  await page.getByRole('button', { name: '验证' }).click()
}

test('a device is set up, asked for at the next sign-in, and replaced by a recovery code when it is lost', async ({ citizen, expectAccessible }) => {
  const desk = await citizen()
  await signIn(desk, 'reviewer.other')
  await desk.getByRole('button', { name: /账号菜单/ }).click()
  await desk.getByRole('button', { name: '登录安全' }).click()
  await expectAccessible(desk)
  await desk.getByRole('button', { name: '开启二次验证' }).click()
  const dialog = desk.getByRole('dialog')
  const secret = (await dialog.locator('code').innerText()).replaceAll(' ', '')
  await dialog.getByLabel('动态码').fill('12')
  await dialog.getByRole('button', { name: '确认开启' }).click()
  await expect(dialog.getByText('请填写验证器上显示的 6 位数字')).toBeVisible()
  const used = codeAt(secret)
  await dialog.getByLabel('动态码').fill(used)
  await dialog.getByRole('button', { name: '确认开启' }).click()
  await expect(dialog.getByText('它们只显示这一次')).toBeVisible()
  const codes = await dialog.locator('li code').allInnerTexts()
  expect(codes).toHaveLength(10)
  await dialog.getByRole('button', { name: '我已保存' }).click()
  await expect(desk.getByText('还有 10 个未用')).toBeVisible()

  // With the password alone there is one page, whatever is asked for.
  const mobile = await citizen(phone)
  await signIn(mobile, 'reviewer.other')
  await expect(mobile).toHaveURL(/\/sign-in\/code/)
  await expectAccessible(mobile)
  await mobile.goto('/work/account/security')
  await expect(mobile).toHaveURL(/\/sign-in\/code/)
  await give(mobile, used)
  await expect(mobile.getByText('动态码不正确或已使用过')).toBeVisible()
  await give(mobile, codeAt(secret, 1))
  await expect(mobile).toHaveURL(/\/work\/account\/security/)
  await expect(mobile.getByRole('heading', { name: '登录安全' })).toBeVisible()
  await expectAccessible(mobile)

  // Signed out from the desk, the phone is out at its next step.
  await desk.reload()
  await desk.getByRole('button', { name: '退出', exact: true }).click()
  await desk.getByRole('tooltip').getByRole('button', { name: '退出' }).click()
  await expect(desk.getByText('已退出该登录')).toBeVisible()
  await mobile.reload()
  await expect(mobile).toHaveURL(/\/sign-in/)

  // The device is lost: the code opens the account once, and a new device is to be set up.
  const other = await citizen()
  await signIn(other, 'reviewer.other')
  await other.getByRole('button', { name: '手机不在身边？使用恢复码' }).click()
  await other.getByLabel('恢复码', { exact: true }).fill('AAAA-AAAA-AAAA')
  await other.getByRole('button', { name: '使用恢复码登录' }).click()
  await expect(other.getByText('恢复码不正确或已使用过')).toBeVisible()
  await other.getByLabel('恢复码', { exact: true }).fill((codes[3] ?? '').toLowerCase())
  await other.getByRole('button', { name: '使用恢复码登录' }).click()
  await expect(other).toHaveURL(/\/work/)
  await other.goto('/work/account/security')
  await expect(other.getByRole('button', { name: '开启二次验证' })).toBeVisible()
  await desk.reload()
  await expect(desk).toHaveURL(/\/sign-in/)
})

test('who may open identities is led to set a device up first', async ({ citizen, db }) => {
  const page = await citizen()
  await signIn(page, 'lead.market')
  await expect(page).toHaveURL(/\/work/)
  const { rows } = await db.query<{ id: string }>(
    `select c.id from public.complaint_cases as c join public.complaint_reporters as r on r.filing_id = c.filing_id
     where not r.is_anonymous and c.is_open and c.org_id = (select f.org_id from public.officers as f join auth.users as u on u.id = f.id where u.email = $1) limit 1`,
    [accountOf('lead.market').email],
  )
  await page.goto(`/work/complaints/${rows[0]?.id ?? ''}`)
  await page.getByRole('link', { name: '开启二次验证后查看' }).click()
  await expect(page.getByRole('heading', { name: '登录安全' })).toBeVisible()
  await expect(page.getByText('须二次验证才能办理')).toBeVisible()
})

test('the demo administrator signs in with the code that the command shows', async ({ citizen }) => {
  const page = await citizen()
  await signIn(page, 'audit.admin')
  await expect(page).toHaveURL(/\/sign-in\/code/)
  await give(page, codeAt(accountOf('audit.admin').totpSecret ?? ''))
  await expect(page).toHaveURL(/\/work$/)
  await page.goto('/work/admin/audit')
  await expect(page.getByRole('heading', { name: '审计日志' })).toBeVisible()
})
