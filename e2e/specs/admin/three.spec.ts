/** 三员分立 as three persons: an account by one, its role by another, an administrator by two of them. */
import type { Page } from '@playwright/test'
import { codeFor } from '../../fixtures/mailbox.ts'
import { expect, phone, test } from '../../fixtures/test.ts'

const password = 'Right-Horse-77'
const openNotices = async (page: Page) => {
  await page.getByRole('button', { name: /^消息/ }).click()
  return page.getByRole('tooltip').last()
}

async function join(page: Page, email: string) {
  await page.goto(`/join?email=${encodeURIComponent(email)}`)
  await page.getByLabel('邀请码').fill(await codeFor(email))
  await page.getByLabel('设置密码').fill(password)
  await page.getByLabel('再次输入密码').fill(password)
  await page.getByRole('button', { name: '开通并登录' }).click()
  await expect(page).toHaveURL(/\/work/)
}

async function invite(admin: Page, { name, email, org, role }: { name: string; email: string; org: string; role: [string, string] }) {
  await admin.goto('/work/admin/officers')
  await admin.getByRole('button', { name: '邀请人员' }).click()
  const dialog = admin.getByRole('dialog', { name: '邀请人员' })
  await dialog.getByLabel('姓名').fill(name)
  await dialog.getByLabel('邮箱').fill(email)
  await dialog.getByLabel('单位').fill(org)
  await admin.locator('.ant-select-item-option:visible', { hasText: org }).click()
  await dialog.getByLabel(/建议角色/).click()
  await dialog.getByLabel(/建议角色/).fill(role[0])
  await admin.keyboard.press('Enter')
  await expect(dialog.getByTitle(role[1], { exact: true })).toBeVisible()
  // Tab would take the choice back: in a list of several it toggles the marked one.
  await dialog.getByLabel('姓名').click()
  await dialog.getByRole('button', { name: '发送邀请' }).click()
  await expect(dialog.getByText(`邀请已发往 ${email}`)).toBeVisible()
  await dialog.getByRole('button', { name: '完成' }).click()
}

test('an account is opened by one administrator and given its role by another', async ({ as, citizen, expectAccessible }) => {
  const name = `何晓${Date.now() % 1000}`
  const email = `new.${Date.now()}@demo.local`
  const system = await as('system.admin')
  await invite(system, { name, email, org: '蜀山区生态环境局', role: ['handler', '经办人'] })
  // Who invites gives no role, and who gives roles invites nobody.
  await expect(system.getByRole('button', { name: /的角色$/ })).toHaveCount(0)
  const security = await as('security.admin')
  await security.goto('/work/admin/officers')
  await expect(security.getByRole('heading', { name: '待授权' })).toBeVisible()
  await expect(security.getByRole('button', { name: '邀请人员' })).toHaveCount(0)
  await expect(security.getByText('未使用的邀请')).toHaveCount(0)

  const page = await citizen(phone)
  await join(page, email)
  await expect(page.getByRole('heading', { name: '账号已开通，等待安全管理员授予角色' })).toBeVisible()
  await expect(page.getByRole('list', { name: '安全管理员' })).toContainText('钱工')
  await expect(page.getByText('蜀山区生态环境局').first()).toBeVisible()
  await expectAccessible(page)

  const notices = await openNotices(security)
  await expect(notices.getByText(`${name}（蜀山区生态环境局）账号已开通`)).toBeVisible()
  await notices
    .getByRole('link', { name: /新人员待授权/ })
    .first()
    .click()
  const row = security.getByRole('listitem').filter({ hasText: name })
  await expect(row).toContainText('赵工建议：经办人')
  await expectAccessible(security)
  await row.getByRole('button', { name: '按建议授予' }).click()
  await expect(security.getByText(`已授予${name}：经办人`)).toBeVisible()
  await expect(row).toHaveCount(0)

  await page.getByRole('button', { name: '重新查看' }).click()
  await expect(page.getByRole('region', { name: '本单位', exact: true })).toBeVisible()
})

test('an administrator is changed by two, and the third hears of it', async ({ as, citizen, expectAccessible }) => {
  test.setTimeout(120_000)
  const name = `备员${Date.now() % 1000}`
  const email = `spare.${Date.now()}@demo.local`
  await invite(await as('system.admin'), { name, email, org: '蜀山区生态环境局', role: ['system_admin', '系统管理员'] })
  await join(await citizen(), email)

  // Power over accounts is not given by one.
  const security = await as('security.admin')
  await security.goto('/work/admin/officers')
  await security.getByRole('button', { name: `按建议授予${name}` }).click()
  const asking = security.getByRole('dialog', { name: `申请授予“系统管理员”：${name}` })
  await asking.getByLabel('理由').fill('备份')
  await asking.getByRole('button', { name: '提交申请' }).click()
  await expect(asking.getByText('请填写理由，10 至 200 个字')).toBeVisible()
  await expectAccessible(security)
  await asking.getByLabel('理由').fill('系统管理员只有一人，增设一名备员')
  await asking.getByRole('button', { name: '提交申请' }).click()
  await expect(security.getByText('申请已提交，等待另一员核准')).toBeVisible()
  await security.goto('/work/admin/officer-changes')
  const change = `授予“系统管理员”：${name}`
  await expect(security.getByRole('button', { name: `撤回 ${change}` })).toBeVisible()
  await expect(security.getByRole('button', { name: `核准 ${change}` })).toHaveCount(0)

  // The third hears of it, though another decides.
  const audit = await as('audit.admin')
  await audit.goto('/work')
  await expect((await openNotices(audit)).getByText(change).first()).toBeVisible()
  const system = await as('system.admin', phone)
  await system.goto('/work')
  await system.getByRole('link', { name: /管理员变更 \d+ 项待您核准/ }).click()
  await system.getByRole('button', { name: `核准 ${change}` }).click()
  const deciding = system.getByRole('dialog', { name: '核准：授予“系统管理员”' })
  await expect(deciding.getByText('系统管理员只有一人，增设一名备员')).toBeVisible()
  await expectAccessible(system)
  await deciding.getByRole('button', { name: '核准并立即生效' }).click()
  await expect(system.getByText('已核准，变更已生效')).toBeVisible()
  await expect(system.getByRole('listitem').filter({ hasText: change })).toContainText('赵工')

  // Now an administrator, they cannot be disabled by one either.
  await system.goto(`/work/admin/officers?q=${encodeURIComponent(name)}`)
  await expect(system.getByRole('button', { name: `停用${name}` })).toHaveCount(0)
  await system.getByRole('button', { name: `申请停用：${name}` }).click()
  const disabling = system.getByRole('dialog', { name: `申请停用账号：${name}` })
  await disabling.getByLabel('理由').fill('备员试用结束，按规定停用')
  await disabling.getByRole('button', { name: '提交申请' }).click()
  await expect(system.getByText('申请已提交，等待另一员核准')).toBeVisible()
  await audit.goto('/work/admin/officer-changes')
  await audit.getByRole('button', { name: `不同意 停用账号：${name}` }).click()
  const refusing = audit.getByRole('dialog', { name: '不同意：停用账号' })
  await refusing.getByRole('button', { name: '确认不同意' }).click()
  await expect(refusing.getByText('请填写不同意的理由')).toBeVisible()
  await refusing.getByLabel('不同意的理由').fill('仍在岗')
  await refusing.getByRole('button', { name: '确认不同意' }).click()
  await expect(audit.getByRole('listitem').filter({ hasText: `停用账号：${name}` })).toContainText('未同意')
})

test('the audit administrator is out of reach of the two others', async ({ as }) => {
  const security = await as('security.admin')
  await security.goto('/work/admin/officer-changes')
  // The demo's: a second audit administrator, whom the first is to agree to.
  const waiting = '授予“审计管理员”：袁工'
  await expect(security.getByRole('listitem').filter({ hasText: waiting })).toBeVisible()
  const system = await as('system.admin')
  await system.goto('/work/admin/officer-changes')
  await expect(system.getByRole('listitem').filter({ hasText: waiting })).toContainText('涉及审计管理员的变更，须由其他审计管理员核准')
  await expect(system.getByRole('button', { name: `核准 ${waiting}` })).toHaveCount(0)
  await system.goto(`/work/admin/officers?q=${encodeURIComponent('冯工')}`)
  await system.getByRole('button', { name: '申请停用：冯工' }).click()
  const dialog = system.getByRole('dialog', { name: '申请停用账号：冯工' })
  await dialog.getByLabel('理由').fill('两人商量好了，先把他停掉再说')
  await dialog.getByRole('button', { name: '提交申请' }).click()
  await expect(dialog.getByRole('alert')).toContainText('这是全站最后一名审计管理员')
  const audit = await as('audit.admin')
  await audit.goto('/work/admin/officer-changes')
  await expect(audit.getByRole('button', { name: `核准 ${waiting}` })).toBeVisible()
})
