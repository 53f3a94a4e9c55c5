import { mailsTo } from '../../fixtures/mailbox.ts'
import { expect, phone as handset, test } from '../../fixtures/test.ts'
import { FilingPage } from '../../pages/filing.page.ts'

/** The newest of the six digits that came to a phone. */
async function digitsTo(address: string, count = 1): Promise<string> {
  const found = async () => (await mailsTo(address, 0)).flatMap(({ text }) => /验证码(\d{6})/.exec(text)?.[1] ?? [])
  await expect.poll(async () => (await found()).length, { timeout: 20_000 }).toBeGreaterThanOrEqual(count)
  return (await found()).at(-1) ?? ''
}

test('gives a lost look-up code back by the phone, and says nothing of a phone that nobody left', async ({ citizen, expectAccessible }) => {
  const page = await citizen(handset)
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title: `丢失查询码 ${Date.now()}` })
  const code = await filing.submit()

  await page.goto('/complaint/look-up')
  await page.getByText('查询码遗失了？').click()
  await page.getByLabel('提交时登记的手机号').fill('13700000000')
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  const said = page.getByText('如该号码登记过，将收到短信验证码')
  await expect(said).toBeVisible()
  await page.getByLabel('提交时登记的手机号').fill('13812345678')
  await page.getByRole('button', { name: '重新获取验证码' }).click()
  await expect(said).toBeVisible()
  const digits = await digitsTo('13812345678')
  expect(await mailsTo('13700000000', 0)).toEqual([])
  await page.getByLabel('短信验证码').fill(digits === '000000' ? '111111' : '000000')
  await page.getByRole('button', { name: '找回查询码' }).click()
  await expect(page.getByText('验证码不正确或已失效')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('短信验证码').fill(digits)
  await page.getByRole('button', { name: '找回查询码' }).click()
  await expect(page.getByText(code)).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('listitem').filter({ hasText: code }).getByRole('button', { name: '查看' }).click()
  await expect(page.getByText('庐阳区市场监督管理局').first()).toBeVisible()
})

test('binds a phone by its code; the administrator sees that it was sent, and no code', async ({ as, expectAccessible }) => {
  const officer = await as('handler2.market')
  await officer.goto('/work/account/messages')
  await officer.getByRole('button', { name: '绑定手机号' }).click()
  await officer.getByLabel('手机号', { exact: true }).fill('13912340001')
  await officer.getByRole('button', { name: '获取验证码' }).click()
  const digits = await digitsTo('13912340001')
  await officer.getByLabel('验证码', { exact: true }).fill(digits)
  await officer.getByRole('button', { name: /^绑\s?定$/ }).click()
  await expect(officer.getByText('已绑定 139****0001')).toBeVisible()
  const short = officer.getByRole('group', { name: '承办的事项已超过期限' }).getByRole('checkbox', { name: '短信' })
  await short.check()
  await officer.reload()
  await expect(short).toBeChecked()
  await expectAccessible(officer)

  const admin = await as('system.admin')
  await admin.goto('/work/admin/messages')
  const row = admin.getByRole('row').filter({ hasText: '139****0001' })
  await expect(row.first()).toContainText('已发')
  await expect(admin.locator('main')).not.toContainText(digits)
  await expectAccessible(admin)
})

test('changes the words of a template, with the count while writing', async ({ as, expectAccessible }) => {
  const admin = await as('system.admin')
  await admin.goto('/work/admin/message-templates')
  await admin.getByRole('link', { name: '投诉举报：已有答复' }).click()
  await admin.getByRole('button', { name: '发布新版本' }).click()
  const dialog = admin.getByRole('dialog')
  const text = dialog.getByLabel('正文')
  await text.fill('您的投诉举报已有答复。')
  await dialog.getByLabel('调整理由').fill('精简措辞')
  await dialog.getByRole('button', { name: /^发\s?布$/ }).click()
  await expect(dialog.getByText('正文缺少必须写明的字段：{no}（受理编号）')).toBeVisible()
  await text.fill('您的投诉举报{no}已有答复，请凭查询码查看。')
  await expect(dialog.getByText(/字，1 条/)).toBeVisible()
  await dialog.getByRole('button', { name: /^发\s?布$/ }).click()
  await expect(admin.getByRole('list', { name: '历次版本' })).toContainText('精简措辞')
  await expectAccessible(admin)
})
