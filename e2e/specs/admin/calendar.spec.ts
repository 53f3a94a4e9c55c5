import { expect, test } from '../../fixtures/test.ts'

test('a system administrator pastes the notice of a coming year, corrects what it cannot read, and publishes it', async ({
  as,
  expectAccessible,
}) => {
  const page = await as('system.admin')
  await page.goto('/work/admin/calendar')
  await expect(page.getByTitle('2026-10-01 放假')).toBeVisible()
  await expectAccessible(page)

  await page.goto('/work/admin/calendar?year=2028')
  await expect(page.getByText('2028 年的放假安排尚未录入')).toBeVisible()
  await page.getByRole('button', { name: '录入 2028 年' }).click()
  const dialog = page.getByRole('dialog', { name: '录入 2028 年工作日历' })
  await dialog.getByLabel('发布依据').fill('国办通知')
  await dialog.getByLabel('通知正文').fill('国庆节：10月1日（周日）至10月5日放假调休。9月31日上班。')
  await expect(dialog.getByText('“9月31日”不是有效的日期')).toBeVisible()
  await expect(dialog.getByRole('button', { name: '核对无误，发布' })).toBeDisabled()
  // What was pasted is still there after the window was closed by mistake.
  await dialog.getByRole('button', { name: '取消' }).click()
  await page.getByRole('button', { name: '录入 2028 年' }).click()
  await expect(dialog.getByLabel('通知正文')).toHaveValue(/国庆节/)
  await dialog.getByLabel('发布依据').fill('国办通知')
  await dialog.getByLabel('通知正文').fill('国庆节：10月1日（周日）至10月5日放假调休。9月30日上班。')
  await dialog.getByRole('button', { name: '核对无误，发布' }).click()
  await expect(page.getByText(/2028 年工作日历已发布，\d+ 件在办事项/)).toBeVisible()
  await expect(page.getByTitle('2028-10-05 放假')).toBeVisible()
  await expect(page.getByTitle('2028-09-30 调休上班')).toBeVisible()
})
