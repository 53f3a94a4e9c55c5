/** What many rows come to: a file that is made while other things are done, and that a closed window does not lose. */
import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import ExcelJS from 'exceljs'
import { expect, phone, test } from '../../fixtures/test.ts'

const who = 'audit.admin'
const rows = 6_500
/** A name of its own, which the list is narrowed to. */
const table = 'export.trial'

async function open(page: Page) {
  await page.goto(`/work/admin/audit?table=${table}`)
  await expect(page.locator('main').getByRole('listitem').first()).toBeVisible()
}
async function exportAsExcel(page: Page) {
  await page.getByRole('button', { name: '导出' }).first().click()
  await page.getByRole('menuitem', { name: /Excel/ }).click()
}
async function sheetOf(path: string) {
  const workbook = new ExcelJS.Workbook()
  await workbook.xlsx.load(new Uint8Array(readFileSync(path)).buffer)
  return workbook.worksheets[0] as ExcelJS.Worksheet
}
const tray = (page: Page) => page.getByRole('button', { name: /^任务/ })

test.beforeAll(async ({ db }) => {
  const { rows: found } = await db.query<{ n: number }>(`select count(*)::int as n from private.audit_log where table_name = $1`, [table])
  if (found[0]?.n === 0)
    await db.query(
      `insert into private.audit_log (actor, table_name, row_key, op, new_row)
       select 'system:seed', $1, n::text, 'insert', jsonb_build_object('note', '=1+' || n) from generate_series(1, $2::int) as n`,
      [table, rows],
    )
})

test('an export of many rows survives a reload, is made once, and may be fetched again', async ({ as, db }) => {
  const page = await as(who)
  await open(page)
  // The third part does not arrive before the window is gone.
  let parts = 0
  await page.route('**/rpc/add_export_part', (route) => {
    parts += 1
    return parts < 3 ? route.continue() : undefined
  })
  await exportAsExcel(page)
  await expect(page.getByText('导出已开始')).toBeVisible()
  await expect.poll(() => parts, { timeout: 20_000 }).toBe(3)
  await page.unroute('**/rpc/add_export_part')
  // Elsewhere it stands still and says so; its own page goes on.
  await page.goto('/work')
  await expect(tray(page)).toHaveAccessibleName('任务，1 项进行中')
  await tray(page).click()
  await expect(page.getByText(/^已暂停：已完成 [23],000 条/)).toBeVisible()
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('link', { name: '继续' }).click()
  const file = await download
  expect(file.suggestedFilename()).toMatch(/^审计日志-\d{8}-\d{4}\.xlsx$/)
  await expect(page.getByText(`已导出 ${rows.toLocaleString('en')} 条`)).toBeVisible()
  const sheet = await sheetOf(await file.path())
  const keys = new Set<string>()
  sheet.eachRow((row, n) => n > 2 && keys.add(String(row.getCell(8).value)))
  expect([sheet.rowCount, keys.size]).toEqual([rows + 2, rows])
  expect(String(sheet.getCell('A1').value)).toMatch(/^审计日志（.*）导出于 .*共 6500 条$/)
  const { rows: recorded } = await db.query(
    `select new_row ->> 'rows' as rows from private.audit_log where table_name = 'private.exports' and row_key = '审计日志' order by id desc limit 1`,
  )
  expect(recorded).toEqual([{ rows: String(rows) }])

  await tray(page).click()
  const again = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载' }).click()
  expect((await sheetOf(await (await again).path())).rowCount).toBe(rows + 2)
  await page.getByRole('button', { name: '清除 审计日志' }).click()
  await expect(tray(page)).toHaveCount(0)
  await expect.poll(async () => (await db.query(`select 1 from storage.objects where bucket_id = 'exports'`)).rowCount, { timeout: 20_000 }).toBe(0)
})

test('an export that is cancelled ends, on a phone as well', async ({ as, expectAccessible }) => {
  const page = await as(who, phone)
  await open(page)
  await page.route('**/rpc/add_export_part', () => undefined)
  await exportAsExcel(page)
  await tray(page).click()
  await expect(page.getByRole('progressbar', { name: '审计日志的进度' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '取消 审计日志' }).click()
  await expect(page.getByText('已取消')).toBeVisible()
  await page.getByRole('button', { name: '清除 审计日志' }).click()
  await expect(tray(page)).toHaveCount(0)
})

test('cleaning is started by hand and shows how far it is', async ({ as }) => {
  const page = await as('system.admin')
  await page.goto('/work/admin/status')
  await page.getByRole('button', { name: '立即执行 日常清理' }).click()
  await expect(page.getByText('日常清理已开始')).toBeVisible()
  await tray(page).click()
  await expect(page.getByText(/^已完成，\d+ 项$/)).toBeVisible({ timeout: 20_000 })
  await page.getByRole('button', { name: '清除 日常清理' }).click()
  await expect(tray(page)).toHaveCount(0)
})
