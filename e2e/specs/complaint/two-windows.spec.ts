import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('two officers on one case stay in step: the slower one is told, and loses no word', async ({ citizen, as }) => {
  const title = `两个窗口 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title })
  await filing.submit()
  const [handlerPage, leadPage] = [await as('handler.market'), await as('lead.market')]
  const [handler, lead] = [new CasePage(handlerPage), new CasePage(leadPage)]
  await handler.openFromInbox(title)
  await lead.openFromInbox(title)

  // Both begin; the lead is writing while the handler signs for it.
  await leadPage.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '退回' }).click()
  const dialog = leadPage.getByRole('dialog', { name: '退回' })
  await dialog.getByLabel('退回理由').fill('应由属地所办理')
  await handler.act('签收')
  await expect(dialog.getByText('刚刚被他人办理过')).toBeVisible()
  await expect(dialog.getByLabel('退回理由')).toHaveValue('应由属地所办理')
  await dialog.getByRole('button', { name: '取消' }).click()
  await expect(leadPage.getByText('待受理').first()).toBeVisible()
})
