/** Pictures that lie about themselves, in a real browser: none stops the page, each is taken or refused by name. */
import { crc32, deflateSync } from 'node:zlib'
import { demoPhoto } from '../../../supabase/seed/demo-photo.ts'
import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'
import { FilingPage } from '../../pages/filing.page.ts'

const signature = Buffer.from('89504e470d0a1a0a', 'hex')

function chunk(type: string, body: Buffer): Buffer {
  const head = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [size, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  size.writeUInt32BE(body.length)
  check.writeUInt32BE(crc32(head))
  return Buffer.concat([size, head, check])
}

/** One bit for a pixel, all black: a few kilobytes that unpack to a gigabyte. */
function blackPng(side: number, { before = [], idat }: { before?: Buffer[]; idat?: Buffer[] } = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header.set([1, 0, 0, 0, 0], 8)
  const rows = idat ?? [deflateSync(Buffer.alloc(side * (Math.ceil(side / 8) + 1)))]
  return Buffer.concat([signature, ...before, chunk('IHDR', header), ...rows.map((part) => chunk('IDAT', part)), chunk('IEND', Buffer.alloc(0))])
}

const inPieces = (bytes: Buffer) => Array.from(bytes, (byte) => Buffer.from([byte]))
const small = deflateSync(Buffer.alloc(64 * 9))

/** No browser takes them. */
const none = {
  'nothing.png': Buffer.alloc(0),
  'late-header.png': blackPng(64, { before: [chunk('tEXt', Buffer.from('a\0b'))] }),
  'short.png': demoPhoto(1).subarray(0, 900),
  'huge.png': blackPng(30_000),
}
/** Strange, and pictures all the same. */
const odd = {
  'pieces.png': blackPng(64, { idat: inPieces(small) }),
  'many-chunks.png': blackPng(64, { idat: [small, ...Array.from({ length: 200_000 }, () => Buffer.alloc(0))] }),
  'large.png': blackPng(15_000),
}

test('what is no picture, or too much of one, is refused by name while the page goes on', async ({ citizen }) => {
  const page = await citizen()
  const filing = new FilingPage(page)
  await filing.open()
  const input = page.getByLabel('拍照或选择照片')
  const add = (name: string, buffer: Buffer) => input.setInputFiles({ name, mimeType: 'image/png', buffer })
  for (const [name, buffer] of Object.entries(none)) {
    await add(name, buffer)
    await expect(page.getByText(`${name}：不是可识别的照片，请选用 JPG、PNG 或 WebP 格式`)).toBeVisible()
  }
  for (const [index, [name, buffer]] of Object.entries(odd).entries()) {
    await add(name, buffer)
    await expect(page.getByRole('button', { name: `删除第 ${index + 1} 张照片` })).toBeVisible({ timeout: 20_000 })
  }
  await page.getByLabel('标题').fill('还能继续填写')
  await expect(page.getByLabel('标题')).toHaveValue('还能继续填写')
})

test('what an officer sends is looked at by the server, which says what is wrong with it', async ({ citizen, as }) => {
  const title = `特殊图片 ${Date.now()}`
  const filing = new FilingPage(await citizen())
  await filing.open()
  await filing.fill({ title })
  await filing.submit()
  const page = await as('handler.market')
  await new CasePage(page).openFromInbox(title)
  const upload = page.locator('input[type="file"]')
  const send = (name: string, buffer: Buffer) => upload.setInputFiles({ name, mimeType: 'image/png', buffer })
  for (const [name, buffer, words] of [
    ['nothing.png', none['nothing.png'], '“nothing.png”是空文件，请重新选择'],
    ['late-header.png', none['late-header.png'], '图片已损坏或不完整，请重新选择'],
    ['large.png', odd['large.png'], '图片尺寸过大（超过 5000 万像素），请缩小后上传'],
  ] as const) {
    await send(name, buffer)
    await expect(page.getByText(words)).toBeVisible()
  }
  await expect(page.getByText('没有附件')).toBeVisible()
  await send('many-chunks.png', odd['many-chunks.png'])
  const shown = page.getByRole('img', { name: '附件 1：many-chunks.png' })
  await expect(shown).toBeVisible()
  await expect.poll(() => shown.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(64)
})
