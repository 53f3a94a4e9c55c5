/** 印章图样: uploaded by an administrator, seen over the 落款, on the papers of its body from then on and not on those before. */
import { readFile } from 'node:fs/promises'
import { expect, phone, test } from '../../fixtures/test.ts'
import { chunkOf, sealPng } from '../../../supabase/functions/_shared/seal-png.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

const picture = (buffer: Uint8Array) => ({ name: 'seal.png', mimeType: 'image/png', buffer: Buffer.from(buffer) })

test('the picture of a seal stands on papers from its day on', async ({ as, citizen, db, expectAccessible }) => {
  test.setTimeout(180_000)
  const handlerPage = await as('handler.market')
  const handler = new CasePage(handlerPage)
  const section = handlerPage.getByRole('region', { name: '文书', exact: true })
  const paperOf = async (title: string) => {
    // A window keeps the receipt of what was filed in it.
    const filing = new FilingPage(await citizen(phone))
    await filing.open()
    await filing.fill({ title })
    await filing.submit()
    await handler.openFromInbox(title)
    await handler.act('签收')
    await handler.act('受理')
    return download()
  }
  const download = async () => {
    await expect(section.getByText('已生成')).toBeVisible({ timeout: 30_000 })
    const saved = handlerPage.waitForEvent('download')
    await section.getByRole('button', { name: '下载投诉受理决定书' }).click()
    return readFile(await (await saved).path(), 'latin1')
  }
  const before = await paperOf(`没有印章 ${Date.now()}`)
  const address = handlerPage.url()
  expect(before).not.toContain('/Subtype /Image')
  const { rows } = await db.query<{ name: string }>(
    `select o.name from public.papers as p join public.orgs as o on o.id = p.org_id order by p.issued_at desc limit 1`,
  )
  const org = rows[0]?.name ?? ''

  const page = await as('system.admin')
  await page.goto('/work/admin/site')
  const form = page.getByRole('region', { name: '印章图样' })
  await form.getByRole('combobox', { name: '印章所属单位' }).fill(org)
  await page.getByTitle(org, { exact: true }).click()
  await form.getByLabel('调整理由').fill('启用印章图样')
  const send = async (bytes: Uint8Array) => {
    await form.getByLabel('印章图样').setInputFiles(picture(bytes))
    await form.getByRole('button', { name: '上传并发布' }).click()
  }
  await send(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]))
  await expect(form.getByText('印章图样只接受 PNG 图片，请另存为背景透明的 PNG 后上传')).toBeVisible()
  await send(sealPng({ width: 300, height: 200 }))
  await expect(form.getByText('这一张是 300×200，请调整后上传')).toBeVisible()
  await send(sealPng({ width: 600, height: 600, extra: [chunkOf('tEXt', 'made by somebody')] }))
  await expect(form.getByRole('group', { name: `${org}的落款样式` }).getByRole('img', { name: '印章图样' })).toBeVisible()
  await expectAccessible(page)
  await form.getByRole('button', { name: `停用图样：${org}` }).scrollIntoViewIfNeeded()
  await page.goto('/work/admin/paper-templates/complaint_accepted')
  await expect(page.getByRole('region', { name: '样张' }).getByRole('img', { name: '印章图样' })).toBeVisible()
  await expectAccessible(page)

  const after = await paperOf(`盖了印章 ${Date.now()}`)
  expect(after).toMatch(/\/Subtype \/Image[^>]*\/Width 600/)
  expect(after).not.toContain('made by somebody')
  await handlerPage.goto(address)
  expect(await download()).toBe(before)
})
