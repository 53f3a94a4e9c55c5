import { demoPhoto } from '../../../supabase/seed/demo-photo.ts'
import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

test('an officer adds a file to a case of the own body, under their name; a program is refused', async ({ citizen, as, db }) => {
  const title = `现场照片 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title })
  await filing.submit()

  const page = await as('handler.market')
  await new CasePage(page).openFromInbox(title)
  await expect(page.getByText('没有附件')).toBeVisible()
  const upload = page.locator('input[type="file"]')
  await upload.setInputFiles({ name: '现场.exe', mimeType: 'image/png', buffer: Buffer.from('MZ this is no picture') })
  await expect(page.getByText('只接受 JPG、PNG、WebP 图片或 PDF 文件').first()).toBeVisible()
  await upload.setInputFiles({ name: '现场.png', mimeType: 'image/png', buffer: demoPhoto(3) })
  await expect(page.getByRole('img', { name: '附件 1：现场.png' })).toBeVisible()

  const { rows } = await db.query(
    `select f.name from public.attachments a join public.complaint_cases c on c.id = a.owner_id join public.officers f on f.id::text = a.created_by where c.title = $1`,
    [title],
  )
  expect(rows).toEqual([{ name: '周静' }])
})
