import type { Page } from '@playwright/test'
import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

async function file(page: Page, title: string): Promise<void> {
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title })
  await filing.submit()
}

async function assign(lead: CasePage, title: string): Promise<void> {
  await lead.openFromInbox(title)
  await lead.button('指派承办人').click()
  const dialog = lead.page.getByRole('dialog', { name: '指派承办人' })
  await dialog.getByLabel('承办人').click()
  await lead.page.locator('.ant-select-item-option:visible', { hasText: '何晓燕' }).click()
  await dialog.getByRole('button', { name: '确认指派承办人' }).click()
  await expect(dialog).toBeHidden()
}

async function openMessages(page: Page): Promise<void> {
  await page.getByRole('button', { name: /消息/ }).click()
  await page
    .getByText(/^给我的/)
    .first()
    .click()
}

// Other tests assign cases to the same officer meanwhile, so nothing here is counted: the two messages are known by name.
test('a message for one officer reaches them at once; opening it marks that one and no other', async ({ citizen, as }) => {
  const opened = `消息甲 ${Date.now()}`
  const left = `消息乙 ${Date.now()}`
  await file(await citizen(), opened)
  await file(await citizen(), left)
  const named = await as('handler2.market')
  await named.goto('/work/inbox?box=mine&sort=-created_at')
  await expect(named.getByRole('heading', { name: '待办事项' })).toBeVisible()
  await expect(named.getByText('实时', { exact: true })).toBeVisible()

  const lead = new CasePage(await as('lead.market'))
  await assign(lead, opened)
  await assign(lead, left)

  // Nobody touched the page: the items and the messages arrive by themselves.
  await expect(named.getByRole('link', { name: opened })).toBeVisible()
  await expect(named.getByRole('link', { name: left })).toBeVisible()
  await openMessages(named)
  const unread = (title: string) => named.locator('.notices li.is-unread').filter({ hasText: title })
  await expect(unread(opened)).toBeVisible()
  await expect(unread(left)).toBeVisible()
  await unread(opened)
    .getByRole('link', { name: /指派您承办/ })
    .click()
  await expect(named.getByRole('heading', { name: opened })).toBeVisible()
  await openMessages(named)
  await expect(unread(left)).toBeVisible()
  await expect(unread(opened)).toHaveCount(0)
  await named.getByRole('button', { name: '全部已读' }).click()
  await expect(unread(left)).toHaveCount(0)
})
