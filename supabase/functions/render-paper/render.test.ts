/** A paper is the same bytes each time, names what its font lacks, and keeps its pages. */
import { describe, expect, it, vi } from 'vitest'
import { paperText, type PaperTemplate } from '../_shared/contract/paper-text.ts'
import { missingFrom, paperFont } from './font.ts'
import { sealPicture } from '../_shared/seal-picture.ts'
import { sealPng } from '../_shared/seal-png.ts'
import { PaperError, renderPaper, type PaperSource } from './render.ts'

// Reading fourteen megabytes of font takes its time on a busy machine.
vi.setConfig({ testTimeout: 30_000 })

const template: PaperTemplate = {
  no_word: '投受',
  blocks: [
    { type: 'title', text: '投诉受理决定书' },
    { type: 'addressee', text: '{{reporter}}：' },
    { type: 'paragraph', text: '您的投诉（{{case_no}}）已受理。' },
    { type: 'paragraph', text: '{{said}}' },
    { type: 'list', items: ['小票', '{{nothing}}', '照片'] },
    { type: 'paragraph', text: '联系地址：{{org_address}}' },
    { type: 'remedy', text: '可以申请行政复议。' },
    { type: 'signature' },
  ],
}
const values = {
  reporter: '张*',
  case_no: 'TS2026000001',
  said: '第一段\n\n第二段',
  org_name: '合肥市市场监督管理局',
  org_address: '',
  no: '合肥市场监管投受〔2026〕1号',
  date: '二〇二六年四月十五日',
}
const source = (change: Record<string, string> = {}): PaperSource => ({
  template,
  values: { ...values, ...change },
  issuedAt: '2026-04-15T02:00:00Z',
  seal: '',
  confirmation: { code: 'ABCD-2345-EFGH-6789', url: 'https://site.example/paper/ABCD-2345-EFGH-6789' },
})
const pagesOf = (pdf: Uint8Array) => new TextDecoder('latin1').decode(pdf).match(/\/Type \/Page\b/g)?.length

describe('what stands on it', () => {
  it('fills in fields, breaks what was written in lines, and leaves out lines of empty fields alone', () => {
    expect(paperText(template, values)).toEqual({
      head: '合肥市市场监督管理局',
      no: '合肥市场监管投受〔2026〕1号',
      date: '二〇二六年四月十五日',
      lines: [
        { type: 'title', text: '投诉受理决定书' },
        { type: 'addressee', text: '张*：' },
        { type: 'paragraph', text: '您的投诉（TS2026000001）已受理。' },
        { type: 'paragraph', text: '第一段' },
        { type: 'paragraph', text: '第二段' },
        { type: 'paragraph', text: '1．小票' },
        { type: 'paragraph', text: '2．照片' },
        { type: 'paragraph', text: '可以申请行政复议。' },
        { type: 'signature', text: '合肥市市场监督管理局' },
      ],
    })
  })
})

describe('the PDF', () => {
  it('is small, and the same whenever it is rendered', async () => {
    const [one, two] = [await renderPaper(source()), await renderPaper(source())]
    expect(new TextDecoder().decode(one.subarray(0, 5))).toBe('%PDF-')
    expect(one.length).toBeLessThan(60_000)
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    expect(Buffer.from(await renderPaper(source({ reporter: '李*' }))).equals(Buffer.from(one))).toBe(false)
  })

  it.each([3, 4, 6])('shows a seal of colour type %i, the same bytes each time, and none other', async (colours) => {
    const sealed = async (paint: [number, number, number]) => {
      const picture = await sealPicture(sealPng({ width: 600, height: 600, colours, paint }))
      return renderPaper({ ...source(), seal: `data:image/png;base64,${Buffer.from(picture).toString('base64')}` })
    }
    const [one, two] = [await sealed([200, 30, 30]), await sealed([200, 30, 30])]
    expect(new TextDecoder('latin1').decode(one)).toMatch(/\/Subtype \/Image[^>]*\/Width 600/)
    expect(new TextDecoder('latin1').decode(one)).toContain('/SMask')
    expect(Buffer.from(one).equals(Buffer.from(two))).toBe(true)
    expect(pagesOf(one)).toBe(1)
    if (colours !== 4) expect(Buffer.from(await sealed([30, 30, 200])).equals(Buffer.from(one))).toBe(false)
  })

  it('goes on on further pages', async () => {
    expect(pagesOf(await renderPaper(source()))).toBe(1)
    expect(pagesOf(await renderPaper(source({ said: '情况说明。'.repeat(400) })))).toBeGreaterThan(2)
  })

  it.each(['🙂', '\u{2A6D6}', '\u{F0000}'])('names %s, which the font lacks, instead of a box', async (sign) => {
    const refused = await renderPaper(source({ said: `店名${sign}` })).catch((error: unknown) => error)
    expect(refused).toBeInstanceOf(PaperError)
    expect((refused as Error).message).toContain(`“${sign}”（U+${sign.codePointAt(0)?.toString(16).toUpperCase()}）`)
  })

  it('writes what people and places are called', async () => {
    const font = await paperFont()
    expect(missingFrom(font, '张王李赵欧阳亳歙黟猇亭硚口〇〔〕—“”《》、：；！？（）％℃㎡①ABCabc0123\n\t')).toEqual([])
  })
})
