import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('a message for one officer reaches them at once; opening it marks that one and no other', async ({ citizen, as }) => {
  const title = `消息 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title })
  await filing.submit()
  const named = await as('handler2.market')
  await named.goto('/work/inbox?box=mine&sort=-created_at')
  await expect(named.getByRole('heading', { name: '待办事项' })).toBeVisible()
  await expect(named.getByText('实时', { exact: true })).toBeVisible()

  const lead = new CasePage(await as('lead.market'))
  await lead.openFromInbox(title)
  await lead.button('指派承办人').click()
  const dialog = lead.page.getByRole('dialog', { name: '指派承办人' })
  await dialog.getByLabel('承办人').click()
  await lead.page.locator('.ant-select-item-option:visible', { hasText: '何晓燕' }).click()
  await dialog.getByRole('button', { name: '确认指派承办人' }).click()
  await expect(dialog).toBeHidden()

  // Nobody touched the page: the item and the message arrive by themselves.
  await expect(named.getByRole('link', { name: title })).toBeVisible()
  await named.getByRole('button', { name: /消息/ }).click()
  await named
    .getByText(/^给我的/)
    .first()
    .click()
  const unread = named.locator('.notices li.is-unread')
  const newest = unread.filter({ hasText: title })
  await expect(newest).toBeVisible()
  const before = await unread.count()
  await newest.getByRole('link', { name: /指派您承办/ }).click()
  await expect(named.getByRole('heading', { name: title })).toBeVisible()
  await named.getByRole('button', { name: /消息/ }).click()
  await named
    .getByText(/^给我的/)
    .first()
    .click()
  await expect(unread.filter({ hasText: title })).toHaveCount(0)
  expect(await unread.count()).toBe(before - 1)
  await named.getByRole('button', { name: '全部已读' }).click()
  await expect(unread).toHaveCount(0)
})
