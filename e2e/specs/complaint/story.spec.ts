import { demoPhoto } from '../../../supabase/seed/demo-photo.ts'
import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'
import { LookUpPage } from '../../pages/look-up.page.ts'

test('files a complaint, four officers handle it, the citizen reads the answer and rates it', async ({ citizen, as }) => {
  test.setTimeout(120_000)
  const title = `过期酸奶 ${Date.now()}`
  const handlerPage = await as('handler.market')
  await handlerPage.goto('/work/inbox?box=org&sort=-created_at')
  await expect(handlerPage.getByRole('heading', { name: '待办事项' })).toBeVisible()

  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title, photos: [demoPhoto(1), demoPhoto(2)] })
  const code = await filing.submit()
  await expect(page.getByText('庐阳区市场监督管理局')).toBeVisible()
  await expect(page.getByText(/属地管理/)).toBeVisible()
  await expect(page.getByText('受理决定期限')).toBeVisible()

  // The handler has not touched the page: the case arrives by itself.
  await expect(handlerPage.getByRole('link', { name: title })).toBeVisible()

  const handler = new CasePage(handlerPage)
  await handler.openFromInbox(title)
  // Through the redirect of the inbox, and still with the way back to where one came from.
  const place = handlerPage.getByRole('navigation', { name: '所在位置' })
  await expect(place.getByRole('link', { name: '待办事项' })).toHaveAttribute('href', /box=org/)
  await expect(handlerPage.getByText('张*')).toBeVisible()
  await expect(handlerPage.getByText('13812345678')).toHaveCount(0)
  await expect(handlerPage.getByRole('img', { name: /附件 2/ })).toBeVisible()
  await handler.act('签收')
  await handler.act('要求补正', { 需要补正的内容: '请补充购物小票' })

  const lookUp = new LookUpPage(page)
  await lookUp.look(code, '5678')
  await expect(page.getByText('请补充购物小票')).toBeVisible()
  await page.getByLabel('补充内容').fill('小票号码 20261121001')
  await page.getByRole('button', { name: '提交补充材料' }).click()
  await expect(page.getByText('补充材料已提交')).toBeVisible()
  await expect(page.getByText('待受理').first()).toBeVisible()

  // The officer's open page follows without a reload, and says what was asked for.
  await expect(handler.history().getByText('需要补正的内容：请补充购物小票')).toBeVisible()
  await expect(handlerPage.getByText('待受理', { exact: true }).first()).toBeVisible()
  await expect(handlerPage.getByRole('button', { name: '受理', exact: true })).toBeVisible()
  await handler.act('受理')

  const coordinatorPage = await as('coordinator.county')
  const coordinator = new CasePage(coordinatorPage)
  await coordinatorPage.goto('/work/complaints')
  await coordinatorPage.getByText('辖区', { exact: true }).click()
  await coordinatorPage.getByPlaceholder(/标题/).fill(title)
  await coordinatorPage.keyboard.press('Enter')
  await coordinatorPage.getByRole('link', { name: title }).click()
  await coordinator.act('督办', { 督办要求: '三日内与双方联系' })

  await expect(handlerPage.getByText('督办').first()).toBeVisible()
  await handler.act('反馈督办', { 办理情况: '已与双方联系，定于明日调解' })
  await expect(coordinator.history().getByText('已与双方联系，定于明日调解')).toBeVisible()
  await handler.act('调解结束', { 调解情况: '双方当面协商，商家同意退款' }, { 调解结果: '达成调解协议' })
  await handler.ask('答复', { 给投诉人的答复: '经调解，商家已全额退款。' })
  await lookUp.look(code, '5678')
  await expect(page.getByText('经调解，商家已全额退款。')).toHaveCount(0)
  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await reviewer.decide('同意')

  await lookUp.look(code, '5678')
  await expect(page.getByText('经调解，商家已全额退款。')).toBeVisible()
  await expect(page.getByText('双方当面协商')).toHaveCount(0)
  await page.getByRole('radio', { name: '满意', exact: true }).check()
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText(/您的评价：满意/)).toBeVisible()
  await handlerPage.reload()
  await expect(handlerPage.getByRole('heading', { name: '群众评价' })).toBeVisible()
  await handler.act('回访', { 回访情况: '电话回访，投诉人确认已收到退款' })
  await expect(handler.history().getByText('电话回访，投诉人确认已收到退款')).toBeVisible()

  // A body that has nothing to do with it finds nothing.
  const caseUrl = new URL(handlerPage.url()).pathname
  const stranger = await as('handler.environment')
  await stranger.goto(caseUrl)
  await expect(stranger.getByText(/没有找到/).first()).toBeVisible()
})

test('hands a wrongly routed case to another body, which sees it at once', async ({ citizen, as }) => {
  const title = `家具厂异味 ${Date.now()}`
  const environmentPage = await as('handler.environment')
  await environmentPage.goto('/work/inbox?box=org&sort=-created_at')
  await expect(environmentPage.getByRole('heading', { name: '待办事项' })).toBeVisible()
  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title, kinds: ['举报'], content: '工厂每天晚上喷漆，邻居都受不了，请查处。' })
  const code = await filing.submit()

  const handlerPage = await as('handler.market')
  const handler = new CasePage(handlerPage)
  await handler.openFromInbox(title)
  await handlerPage.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '转办' }).click()
  const dialog = handlerPage.getByRole('dialog', { name: '转办' })
  await dialog.getByLabel('接收单位').fill('庐阳区市场监督')
  await expect(handlerPage.getByText('没有符合的单位', { exact: false })).toBeVisible()
  await dialog.getByLabel('接收单位').fill('庐阳区生态环境局')
  await handlerPage.locator('.ant-select-item-option:visible', { hasText: '庐阳区生态环境局' }).click()
  await dialog.getByLabel('转办理由').fill('喷漆废气属生态环境部门职责')
  await dialog.getByRole('button', { name: '确认转办' }).click()
  await expect(dialog).toBeHidden()

  await expect(environmentPage.getByRole('link', { name: title })).toBeVisible()
  // The former body reads on, but is offered nothing that would fail.
  await expect(handlerPage.getByText('本单位不再查看投诉举报人信息')).toBeVisible()
  await expect(handlerPage.getByRole('button', { name: '上传附件' })).toHaveCount(0)
  await expect(handlerPage.getByRole('button', { name: '查看', exact: true })).toHaveCount(0)
  await expect(handlerPage.getByText('采用', { exact: true })).toHaveCount(0)
  await new LookUpPage(page).look(code, '5678')
  await expect(page.getByText('庐阳区生态环境局').first()).toBeVisible()
  await expect(page.getByText('喷漆废气属生态环境部门职责')).toBeVisible()
})

test('leaves an unclear case to the coordinator, who dispatches it with the proposal in view', async ({ citizen, as }) => {
  const title = `说不清的院落 ${Date.now()}`
  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title, kinds: ['举报'], matter: '其他，说不清属于哪一类', content: '院子里白天晚上都有人进出，不清楚是做什么的。' })
  await filing.submit()
  await expect(page.getByText('庐阳区数据资源管理局')).toBeVisible()

  const coordinatorPage = await as('coordinator.county')
  const coordinator = new CasePage(coordinatorPage)
  await coordinator.openFromInbox(title)
  await coordinatorPage.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '分派' }).click()
  const dialog = coordinatorPage.getByRole('dialog', { name: '分派' })
  await dialog.getByLabel('承办单位').fill('庐阳区应急管理局')
  await coordinatorPage.locator('.ant-select-item-option:visible', { hasText: '庐阳区应急管理局' }).click()
  await dialog.getByLabel('分派理由').fill('疑似违规仓储')
  await dialog.getByRole('button', { name: '确认分派' }).click()
  await expect(dialog).toBeHidden()
  await expect(coordinatorPage.getByText('待签收').first()).toBeVisible()
})
