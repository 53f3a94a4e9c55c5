/** Who does it, by name: one case, many at once, and while somebody is away. */
import { expect, test } from '../../fixtures/test.ts'
import { CaseListPage } from '../../pages/case-list.page.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

async function fileSeveral(citizen: Parameters<Parameters<typeof test>[2]>[0]['citizen'], titles: string[]) {
  for (const title of titles) {
    const filing = new FilingPage(await citizen())
    await filing.open()
    await filing.fill({ title })
    await filing.submit()
  }
}

test('the lead names who does it; colleagues are told why they cannot, and the named one finds it among their own', async ({ citizen, as }) => {
  const title = `指派承办 ${Date.now()}`
  await fileSeveral(citizen, [title])
  const lead = new CasePage(await as('lead.market'))
  await lead.openFromInbox(title)
  await lead.button('指派承办人').click()
  const dialog = lead.page.getByRole('dialog', { name: '指派承办人' })
  await dialog.getByLabel('承办人').click()
  await lead.page.locator('.ant-select-item-option:visible', { hasText: /何晓燕.*在办 \d+ 件/ }).click()
  await dialog.getByRole('button', { name: '确认指派承办人' }).click()
  await expect(dialog).toBeHidden()
  await expect(lead.head().getByText('承办人：何晓燕')).toBeVisible()
  await expect(lead.history().getByText('承办人：何晓燕')).toBeVisible()

  const handler = new CasePage(await as('handler.market'))
  await handler.openFromInbox(title)
  await expect(handler.button('签收')).toBeDisabled()
  await expect(handler.page.getByText('该事项由何晓燕承办，请由承办人办理，或由单位负责人改派').first()).toBeVisible()
  const named = new CasePage(await as('handler2.market'))
  await named.openFromInbox(title, 'mine')
  await named.act('签收')
  await expect(named.page.locator('.state-chip')).toHaveText('待受理')
})

test('many at once: signs for what waits, assigns the rest, says for each what came of it', async ({ citizen, as, expectAccessible }) => {
  test.setTimeout(120_000)
  const stamp = Date.now()
  const titles = [1, 2, 3].map((i) => `批量办理 ${stamp} 之${i}`)
  await fileSeveral(citizen, titles)
  const first = new CasePage(await as('handler.market'))
  await first.openFromInbox(titles[0] ?? '')
  await first.act('签收')

  const list = new CaseListPage(await as('lead.market'))
  await list.find(`批量办理 ${stamp}`)
  await list.page.getByRole('checkbox', { name: '全选本页' }).check()
  await expect(list.page.getByText('已选 3 件')).toBeVisible()
  const receive = await list.batch('签收')
  await expect(receive.getByText('其余不办理：不在待签收状态 1 件。')).toBeVisible()
  await receive.getByRole('button', { name: '确认签收 2 件' }).click()
  await expect(receive.getByText('已签收 2 件')).toBeVisible()
  await expectAccessible(list.page)
  await receive.getByRole('button', { name: '关闭' }).last().click()
  await expect(list.row(titles[1] ?? '').getByText('郑国强')).toBeVisible()

  await list.pick(titles[1] ?? '', titles[2] ?? '')
  const assign = await list.batch('指派承办人')
  await assign.getByLabel('承办人').click()
  await list.page.locator('.ant-select-item-option:visible', { hasText: '何晓燕' }).click()
  await assign.getByRole('button', { name: '确认指派承办人 2 件' }).click()
  await expect(assign.getByText('所选件中有的已有承办人，改派请写明理由')).toBeVisible()
  await expectAccessible(list.page)
  await assign.getByLabel('改派理由').fill('集中办理')
  await assign.getByRole('button', { name: '确认指派承办人 2 件' }).click()
  await expect(assign.getByText('已指派承办人 2 件')).toBeVisible()
  await assign.getByRole('button', { name: '关闭' }).last().click()
  await expect(list.row(titles[2] ?? '').getByText('何晓燕')).toBeVisible()
})

test('whoever is away names a colleague, who then works on their items until they are back', async ({ citizen, as }) => {
  test.setTimeout(120_000)
  const title = `外出代办 ${Date.now()}`
  await fileSeveral(citizen, [title])
  const away = new CasePage(await as('handler2.market'))
  await away.openFromInbox(title)
  await away.act('签收')
  const { page } = away
  await page.goto('/work/account/absence')
  await page.getByRole('button', { name: '登记外出' }).click()
  await expect(page.getByText('请选择结束日期')).toBeVisible()
  await page.getByLabel('至（含当日）').fill(new Date(Date.now() + 86_400_000).toISOString().slice(0, 10))
  await page.getByLabel('至（含当日）').press('Enter')
  await page.getByLabel('代办人').click()
  await page.locator('.ant-select-item-option:visible', { hasText: '周静' }).click()
  await page.getByRole('button', { name: '登记外出' }).click()
  await expect(page.getByText('代办中')).toBeVisible()

  const deputy = new CasePage(await as('handler.market'))
  await deputy.page.goto('/work/inbox?box=mine')
  await expect(deputy.page.getByText(/您正代办何晓燕/)).toBeVisible()
  await deputy.openFromInbox(title, 'mine')
  await deputy.act('受理')
  await page.getByRole('button', { name: '已返岗，结束代办' }).click()
  await page.getByRole('tooltip').getByRole('button', { name: '确认' }).click()
  await expect(page.getByText('代办中')).toHaveCount(0)
})
