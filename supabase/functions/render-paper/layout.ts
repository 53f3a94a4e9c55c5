/** What stands where on the sheet: A4, margins, sizes and page number after GB/T 9704 (正文三号，每行缩进两字，页码“— 1 —”). */
import type { PaperText } from '../_shared/contract/paper-text.ts'

export const fontName = 'Paper'
const textSize = 16
const millimetre = 72 / 25.4
const lineHeight = 1.22

export interface Confirmation {
  code: string
  /** Of the confirmation page; without a site address the code alone is encoded. */
  url: string | undefined
}

/** Also what the font must hold: kept apart from the sheet, so that no word is forgotten. */
export const fixedWords = {
  seal: '（印章）',
  check: '核验码',
  how: '扫描二维码，或打开',
  page: '，输入核验码，可核对本文书的真伪。',
  numbers: '—0123456789 ',
}

const siteOf = (url: string) => new URL('/paper', url).href

export function wordsOf({ head, no, date, lines }: PaperText, { code, url }: Confirmation): string {
  return [head, no, date, ...lines.map(({ text }) => text), code, url ? siteOf(url) : '', ...Object.values(fixedWords)].join('')
}

function confirmationOf({ code, url }: Confirmation) {
  return {
    unbreakable: true,
    margin: [0, 36, 0, 0],
    columnGap: 12,
    columns: [
      { qr: url ?? code, fit: 76, width: 80, eccLevel: 'M' },
      {
        width: '*',
        fontSize: 10.5,
        lineHeight,
        margin: [0, 14, 0, 0],
        stack: [`${fixedWords.check} ${code}`, ...(url ? [`${fixedWords.how} ${siteOf(url)} ${fixedWords.page}`] : [])],
      },
    ],
  }
}

export function sheetOf(paper: PaperText, confirmation: Confirmation, seal: string) {
  const titles = paper.lines.filter(({ type }) => type === 'title')
  const body = paper.lines.filter(({ type }) => type === 'addressee' || type === 'paragraph')
  const signatures = paper.lines.filter(({ type }) => type === 'signature')
  const signed = [...signatures.map(({ text }) => text), paper.date]
  return {
    pageSize: 'A4',
    pageMargins: [28 * millimetre, 37 * millimetre, 26 * millimetre, 35 * millimetre],
    defaultStyle: { font: fontName, fontSize: textSize, lineHeight },
    language: 'zh-CN',
    content: [
      { text: paper.head, alignment: 'center', fontSize: 22 },
      ...titles.map(({ text }) => ({ text, alignment: 'center', fontSize: 22, margin: [0, 6, 0, 10] })),
      { text: paper.no, alignment: 'right', margin: [0, 0, 0, 14] },
      ...body.map(({ type, text }) => ({ text, alignment: 'left', ...(type === 'paragraph' ? { leadingIndent: textSize * 2 } : {}) })),
      {
        // Who signs stands with the date: neither is alone on a page.
        unbreakable: true,
        margin: [0, 34, 0, 0],
        stack: [
          ...(seal ? [{ image: seal, fit: [110, 110], alignment: 'right', margin: [0, 0, 24, -86] }] : []),
          ...signed.map((text) => ({ text, alignment: 'right', margin: [0, 0, 32, 0] })),
          ...(seal ? [] : [{ text: fixedWords.seal, alignment: 'right', fontSize: 14, margin: [0, 0, 32, 0] }]),
        ],
      },
      confirmationOf(confirmation),
    ],
    footer: (page: number) => ({ text: `— ${page} —`, alignment: 'center', fontSize: 14 }),
  }
}
