/** 行政执法三项制度: whoever proposes does not decide. */
import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'
import { LookUpPage } from '../../pages/look-up.page.ts'

const toRefuse = [{ 给投诉人的说明: '您反映的事项不属于消费争议。' }, { 不予受理理由: '不是为生活消费需要，或不能证明存在消费争议' }] as const

test('a refusal is asked for, given back with a reason, asked again and granted by somebody else', async ({ citizen, as, expectAccessible }) => {
  test.setTimeout(120_000)
  const title = `复印资料多收费 ${Date.now()}`
  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title, kinds: ['投诉'] })
  const code = await filing.submit()

  const handler = new CasePage(await as('handler.market'))
  await handler.openFromInbox(title)
  await handler.act('签收')
  await expect(handler.head().getByText('承办人：周静')).toBeVisible()
  await handler.ask('不予受理', ...toRefuse)
  // Nothing has happened yet, and the asker cannot make it happen.
  await expect(handler.page.locator('.state-chip')).toHaveText('待受理')
  await expect(handler.approval().getByRole('button', { name: '同意' })).toHaveCount(0)
  await expect(handler.button('提请不予受理')).toBeDisabled()
  await handler.page.locator('.action-reasons summary').click()
  await expect(handler.page.getByText('该事项正在等待审批，审批后才能再次提请')).toBeVisible()
  await expectAccessible(handler.page)

  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await expect(reviewer.approval().getByText('不是为生活消费需要，或不能证明存在消费争议')).toBeVisible()
  await expect(reviewer.approval().getByText('您反映的事项不属于消费争议。')).toBeVisible()
  await reviewer.approval().getByRole('button', { name: '退回修改' }).click()
  const dialog = reviewer.page.getByRole('dialog', { name: '退回' })
  await dialog.getByRole('button', { name: '确认退回' }).click()
  await expect(dialog.getByText('请填写退回意见')).toBeVisible()
  await expectAccessible(reviewer.page)
  await dialog.getByRole('button', { name: '取消' }).click()
  await reviewer.decide('退回修改', '请写明法律依据')

  // The asker's open page says so, prominently.
  await expect(handler.page.getByText('吴敏退回了您提请的“不予受理”')).toBeVisible()
  await expect(handler.page.getByText(/退回意见：请写明法律依据/)).toBeVisible()
  await handler.ask('不予受理', ...toRefuse)
  await expect(handler.page.getByText('吴敏退回了您提请的“不予受理”')).toHaveCount(0)
  const lead = new CasePage(await as('lead.market'))
  await lead.openFromInbox(title, 'approval')
  await lead.decide('同意')
  await expect(lead.page.locator('.state-chip')).toHaveText('不予受理')
  await expect(lead.history().getByText('周静提请，郑国强审批')).toBeVisible()
  await expect(lead.history().getByText('周静提请，吴敏退回')).toBeVisible()
  await expect(handler.page.locator('.state-chip')).toHaveText('不予受理')

  await new LookUpPage(page).look(code, '5678')
  await expect(page.getByText('您反映的事项不属于消费争议。')).toBeVisible()
  await expect(page.getByText('请写明法律依据')).toHaveCount(0)
})

test('a lead who asks cannot agree to it; what is taken back is gone for the reviewer and stays in the history', async ({ citizen, as }) => {
  const title = `打印店收费 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title, kinds: ['投诉'] })
  await filing.submit()

  const lead = new CasePage(await as('lead.market'))
  await lead.openFromInbox(title)
  await lead.act('签收')
  await lead.ask('不予受理', ...toRefuse)
  await expect(lead.approval().getByText('不能由本人审批')).toBeVisible()
  await expect(lead.approval().getByRole('button', { name: '同意' })).toHaveCount(0)
  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await expect(reviewer.approval().getByRole('button', { name: '同意' })).toBeVisible()

  await lead.approval().getByRole('button', { name: '撤回' }).click()
  await lead.page.getByRole('tooltip').getByRole('button', { name: '撤回' }).click()
  await expect(lead.approval()).toHaveCount(0)
  await expect(lead.history().getByText('撤回提请：不予受理')).toBeVisible()
  await expect(reviewer.approval()).toHaveCount(0)
  await expect(lead.button('提请不予受理')).toBeEnabled()
})
