import { expect, phone, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('a citizen is offered registered businesses; the officer links the case to one, reads its register and its history, and takes it back', async ({
  citizen,
  as,
  db,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const { rows } = await db.query<{ name: string }>(
    `select c.subject_name as name from public.complaint_cases as c join public.subjects as s on s.id = c.subject_id
     join public.orgs as o on o.id = c.org_id
     where s.state = 'active' and o.region_code = 340103000 and o.line_code = 'market' and length(s.name) > 6 order by c.case_no limit 1`,
  )
  const name = rows[0]?.name ?? ''
  const title = `关联单位 ${Date.now()}`
  const filing = new FilingPage(await citizen(phone))
  await filing.open()
  await filing.fill({ title, subject: name.slice(0, -1) })
  const choice = filing.page.getByRole('button', { name })
  await expect(choice).toContainText('****')
  await expectAccessible(filing.page)
  await choice.click()
  await expect(filing.page.getByLabel('被投诉举报单位名称')).toHaveValue(name)
  await expect(choice).toBeHidden()
  await filing.submit()

  const handler = new CasePage(await as('handler.market'))
  await handler.openFromInbox(title)
  const { page } = handler
  const register = page.getByRole('region', { name: '登记信息' })
  await register.getByRole('combobox', { name: '查找被投诉举报单位' }).click()
  await page.locator('.subject-option').first().click()
  await register.getByRole('button', { name: /关 ?联/ }).click()
  await expect(register.getByText('市场主体登记')).toBeVisible()
  await expect(register.getByText('存续')).toBeVisible()
  const history = page.getByRole('region', { name: '同一单位的其他件' })
  await expect(history.getByText(/您可查看的共 \d+ 件/)).toBeVisible()
  await expectAccessible(page)
  await register.getByRole('button', { name: '取消关联' }).click()
  await expect(register.getByText('尚未关联监管对象库')).toBeVisible()

  await page.goto('/work/subjects')
  await page.getByPlaceholder('名称、信用代码或地址的一部分').fill(name)
  await page.getByPlaceholder('名称、信用代码或地址的一部分').press('Enter')
  await page.getByRole('link', { name }).first().click()
  await expect(page.getByText('登记住所')).toBeVisible()
  await expectAccessible(page)
})
