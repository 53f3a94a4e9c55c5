/** A bureau's people by a table: template, what is wrong row by row, mended and sent again, nobody twice. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, phone, test } from '../../fixtures/test.ts'

const org = '庐阳区市场监督管理局'
const workbookType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

async function open(page: Page) {
  await page.goto('/work/admin/officers')
  await page.getByRole('button', { name: '批量邀请' }).click()
  await expect(page.getByRole('dialog', { name: '批量邀请人员' })).toBeVisible()
}
async function sheetOf(path: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  return { workbook, sheet: workbook.worksheets[0] as ExcelJS.Worksheet }
}
const upload = async (page: Page, name: string, buffer: Buffer, mimeType = workbookType) =>
  page.getByLabel('人员表格').setInputFiles({ name, mimeType, buffer })

test('the template is filled in, wrong rows come back with their reasons, and are taken when mended', async ({ as, db, expectAccessible }) => {
  const page = await as('system.admin')
  await open(page)
  const template = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载模板' }).click()
  const { workbook, sheet } = await sheetOf(await (await template).path())
  expect(sheet.getRow(1).values).toEqual([undefined, '姓名', '邮箱', '职务', '单位', '建议角色'])
  const stamp = Date.now()
  sheet.addRow(['钱一', `one-${stamp}@table.local`, '科员', org, '经办人'])
  sheet.addRow(['钱二', `two-${stamp}@table.local`, '', '没有的局', ''])
  sheet.addRow(['钱三', `one-${stamp}@table.local`, '', org, ''])
  await upload(page, '名册.xlsx', Buffer.from(await workbook.xlsx.writeBuffer()))
  await expect(page.getByText('共 3 人：1 人可以邀请，2 人有误')).toBeVisible()
  await expect(page.getByText(/没有找到这个单位/)).toBeVisible()
  await expect(page.getByText('邮箱：与第 2 行相同')).toBeVisible()
  await expectAccessible(page)
  const wrong = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载有误的行' }).click()
  const mended = await sheetOf(await (await wrong).path())
  expect(mended.sheet.getRow(2).values).toContain('没有的局')
  await page.getByRole('button', { name: '邀请 1 人' }).click()
  await expect(page.getByText('已向 1 人发出邀请')).toBeVisible()

  mended.sheet.getCell('D2').value = org
  mended.sheet.getCell('B3').value = `one-${stamp}@table.local`
  await upload(page, '有误的行.xlsx', Buffer.from(await mended.workbook.xlsx.writeBuffer()))
  await expect(page.getByText('共 2 人：1 人可以邀请，1 人已有邀请')).toBeVisible()
  await page.getByRole('button', { name: '邀请 1 人' }).click()
  await expect(page.getByText('已向 1 人发出邀请')).toBeVisible()
  await page.getByRole('button', { name: '完成' }).click()
  const { rows } = await db.query('select email from public.officer_invitations where email like $1 order by email', [`%${stamp}@table.local`])
  expect(rows).toEqual([{ email: `one-${stamp}@table.local` }, { email: `two-${stamp}@table.local` }])
})

test('a file that is no table says so, on a phone as well', async ({ as, expectAccessible }) => {
  const page = await as('system.admin', phone)
  await open(page)
  for (const [name, content, said] of [
    ['旧.xls', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 1]), '这是旧版 Excel（.xls）或加了密码的文件，请另存为不带密码的 .xlsx 或 .csv 再上传'],
    ['空.csv', Buffer.from(''), '文件是空的，请重新选择'],
    ['名单.csv', Buffer.from('甲,乙\n1,2\n'), '没有找到“姓名”和“邮箱”两列，请使用模板，并保留第一行的列名'],
    ['长.csv', Buffer.from('姓名,邮箱,单位\n'.repeat(6_000)), '表格超过 5,000 行，请分成几个文件上传'],
  ] as const) {
    await upload(page, name, content)
    await expect(page.getByText(said)).toBeVisible()
  }
  await upload(page, '名册.csv', Buffer.from(`姓名,邮箱,单位\n孙一,sun@table.local,${org}\n`), 'text/csv')
  await expect(page.getByText('共 1 人：1 人可以邀请')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
  await expectAccessible(page)
})
