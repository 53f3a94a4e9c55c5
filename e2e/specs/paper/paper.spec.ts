import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { expect, phone, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'
import { LookUpPage } from '../../pages/look-up.page.ts'

async function fileAndAccept(page: Page, handlerPage: Page, title: string): Promise<string> {
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title })
  const code = await filing.submit()
  const handler = new CasePage(handlerPage)
  await handler.openFromInbox(title)
  await handler.act('签收')
  await handler.act('受理')
  return code
}
const papers = (page: Page) => page.getByRole('region', { name: '文书', exact: true })
const bytesOf = async (download: Download) => readFile(await download.path())
const digestOf = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')

test('a decision becomes a paper: officer and citizen hold the same file, anybody confirms it, the lead withdraws it', async ({
  as,
  citizen,
  db,
  expectAccessible,
}) => {
  test.setTimeout(120_000)
  const title = `过期牛奶 ${Date.now()}`
  const handlerPage = await as('handler.market')
  const page = await citizen(phone)
  const lookUpCode = await fileAndAccept(page, handlerPage, title)

  const section = papers(handlerPage)
  await expect(section.getByText('已生成')).toBeVisible({ timeout: 30_000 })
  const digest = await section.locator('code').innerText()
  const saved = handlerPage.waitForEvent('download')
  await section.getByRole('button', { name: '下载投诉受理决定书' }).click()
  const bytes = await bytesOf(await saved)
  expect(digestOf(bytes)).toBe(digest)
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  await section.getByRole('button', { name: '查看投诉受理决定书' }).click()
  await expect(handlerPage.getByRole('dialog').locator('iframe')).toBeVisible()
  await handlerPage.getByRole('dialog').getByText('关闭', { exact: true }).click()
  await expect(section.getByRole('button', { name: '撤回' })).toHaveCount(0)

  const lookUp = new LookUpPage(page)
  await lookUp.look(lookUpCode, '5678')
  const fetched = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载投诉受理决定书' }).click()
  expect(digestOf(await bytesOf(await fetched))).toBe(digest)

  const { rows } = await db.query<{ code: string }>('select p.code from public.papers p where p.sha256 = $1', [digest])
  const code = rows[0]?.code ?? ''
  await page.goto('/paper')
  await page.getByLabel('核验码').fill(code.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '核验', exact: true }).click()
  await expect(page.getByText('核验通过')).toBeVisible()
  await expect(page.getByText(title)).toHaveCount(0)
  await expect(page.getByText(/张/)).toHaveCount(0)
  const file = (buffer: Buffer) => ({ name: '决定书.pdf', mimeType: 'application/pdf', buffer })
  await page.getByLabel('选择文书的 PDF 文件').setInputFiles(file(bytes))
  await expect(page.getByText('：一致')).toBeVisible()
  await page.getByLabel('选择文书的 PDF 文件').setInputFiles(file(Buffer.concat([bytes, Buffer.from(' ')])))
  await expect(page.getByText('：不一致')).toBeVisible()
  await expectAccessible(page)

  const leadPage = await as('lead.market')
  await leadPage.goto(handlerPage.url())
  await papers(leadPage).getByRole('button', { name: '撤回' }).click()
  const dialog = leadPage.getByRole('dialog', { name: /撤回/ })
  await dialog
    .getByRole('button', { name: '撤 回' })
    .or(dialog.getByRole('button', { name: '撤回', exact: true }))
    .click()
  await expect(dialog.getByText('请填写撤回理由，2 至 300 个字')).toBeVisible()
  await dialog.getByLabel('撤回理由').fill('受理日期有误')
  await dialog
    .getByRole('button', { name: '撤 回' })
    .or(dialog.getByRole('button', { name: '撤回', exact: true }))
    .click()
  await expect(papers(leadPage).getByText('已撤回')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('alert').getByText('已撤回')).toBeVisible()
})

test('a name that the font lacks is told, and nobody finds what is guessed', async ({ as, citizen }) => {
  test.setTimeout(120_000)
  const title = `𪛖字号商店 ${Date.now()}`
  const handlerPage = await as('handler.market')
  const page = await citizen()
  await fileAndAccept(page, handlerPage, title)
  const section = papers(handlerPage)
  await expect(section.getByText('生成失败')).toBeVisible({ timeout: 30_000 })
  await expect(section.getByText('“𪛖”（U+2A6D6）')).toBeVisible()
  await section.getByRole('button', { name: '重新生成' }).click()
  await expect(section.getByText('生成失败')).toBeVisible({ timeout: 30_000 })
  await page.goto('/paper/ABCD-ABCD-ABCD-ABCD')
  await expect(page.getByRole('alert')).toContainText('没有这份文书')
})

test('a template is changed by text and fields, with the sheet beside it, and checked before it counts', async ({ as }) => {
  const page = await as('system.admin')
  await page.goto('/work/admin/paper-templates')
  await page.getByRole('link', { name: '举报立案告知书' }).click()
  await page.getByRole('button', { name: '起草新版本' }).click()
  const words = page.getByLabel('第 3 段的文字')
  await words.fill('你反映的问题（')
  await page.getByRole('button', { name: '受理编号（必须）' }).click()
  await expect(words).toHaveValue('你反映的问题（{{case_no}}')
  await expect(page.getByRole('region', { name: '样张' }).getByText('你反映的问题（TS20260410000123')).toBeVisible()
  await page.getByLabel('第 4 段的文字').fill('{{nothing}}')
  await expect(page.getByText('还没有写明：给举报人的告知')).toBeVisible()
  await page
    .getByRole('button', { name: '发布', exact: true })
    .or(page.getByRole('button', { name: '发 布' }))
    .click()
  const dialog = page.getByRole('dialog', { name: /发布新版本/ })
  await dialog.getByLabel('调整理由').fill('测试')
  await dialog.getByRole('button', { name: '核对无误，发布' }).click()
  await expect(dialog.getByText('第 4 段用了没有的字段“nothing”')).toBeVisible()
  await dialog.getByRole('button', { name: /取\s*消/ }).click()
  await page.getByLabel('第 4 段的文字').fill('{{said}}')
  await page
    .getByRole('button', { name: '发布', exact: true })
    .or(page.getByRole('button', { name: '发 布' }))
    .click()
  await dialog.getByLabel('调整理由').fill('表述更清楚')
  await dialog.getByRole('button', { name: '核对无误，发布' }).click()
  await expect(page.getByRole('list', { name: '历次版本' }).getByText('第 2 版')).toBeVisible()
})
