import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('who filed is seen by the 承办人 with a reason; once closed only after a second person agreed; each time is on record', async ({
  citizen,
  as,
  db,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const title = `核实身份 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title, name: '欧阳明', phone: '13987654321' })
  await filing.submit()

  const handler = new CasePage(await as('handler.market'))
  await handler.openFromInbox(title)
  await expect(handler.page.getByText('欧阳* 139****4321')).toBeVisible()
  const open = async (page: CasePage) => {
    await page.page.getByRole('button', { name: '查看', exact: true }).click()
    return page.page.getByRole('dialog', { name: '查看投诉举报人信息' })
  }
  const dialog = await open(handler)
  await dialog.getByRole('button', { name: '确认查看' }).click()
  await expect(dialog.getByText('请写明查看理由')).toBeVisible()
  await dialog.getByLabel('查看理由').fill('联系投诉人组织调解')
  await dialog.getByRole('button', { name: '确认查看' }).click()
  await expect(dialog.getByText('只有本件承办人可以查看投诉举报人信息')).toBeVisible()
  await dialog.getByRole('button', { name: /取 ?消/ }).click()

  await handler.act('签收')
  await open(handler)
  // What was written is still there.
  await expect(dialog.getByLabel('查看理由')).toHaveValue('联系投诉人组织调解')
  await dialog.getByRole('button', { name: '确认查看' }).click()
  await expect(dialog.getByText('13987654321')).toBeVisible()
  await dialog
    .getByRole('button', { name: /关 ?闭/ })
    .last()
    .click()
  const { rows } = await db.query(
    `select l.op, f.name, l.new_row ->> 'reason' as reason from private.audit_log l join public.officers f on f.id::text = l.actor
     where l.op in ('read', 'refused') order by l.id desc limit 2`,
  )
  expect(rows).toEqual([
    { op: 'read', name: '周静', reason: '联系投诉人组织调解' },
    { op: 'refused', name: '周静', reason: '联系投诉人组织调解' },
  ])

  await handler.ask('不予受理', { 给投诉人的说明: '您反映的事项不属于消费争议。' }, { 不予受理理由: '不是为生活消费需要，或不能证明存在消费争议' })
  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await reviewer.decide('同意')
  await handler.page.getByRole('button', { name: '申请查看' }).click()
  const asking = handler.page.getByRole('dialog', { name: '申请查看投诉举报人信息' })
  await asking.getByLabel('申请理由').fill('上级督查要求回访')
  await asking.getByRole('button', { name: '提交申请' }).click()
  await expect(handler.page.getByText(/· 等待审核人员办理/)).toBeVisible()
  await expectAccessible(handler.page)

  await reviewer.page.reload()
  await reviewer.page.getByRole('list', { name: '查看申请' }).getByRole('button', { name: '同意', exact: true }).click()
  const deciding = reviewer.page.getByRole('dialog', { name: '同意周静查看投诉举报人信息' })
  await deciding.getByRole('button', { name: '确认同意' }).click()
  await expect(reviewer.page.getByText(/同意（/)).toBeVisible()

  await handler.page.reload()
  const again = await open(handler)
  await again.getByLabel('查看理由').fill('按督查要求回访')
  await again.getByRole('button', { name: '确认查看' }).click()
  await expect(again.getByText('13987654321')).toBeVisible()

  const audit = await as('audit.admin')
  await audit.goto('/work/complaints/reveal-sheet')
  await expect(audit.getByRole('row', { name: /周静/ })).toBeVisible()
  await expectAccessible(audit)
  await audit.getByRole('link', { name: '周静' }).click()
  await expect(audit.getByText('按督查要求回访').first()).toBeVisible()
})
