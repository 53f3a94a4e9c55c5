/** What stands where on the sheet: A4, margins, sizes and page number after GB/T 9704 (正文三号，每行缩进两字，页码“— 1 —”). */
import type { PaperLine, PaperText } from '../_shared/contract/paper-text.ts'

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

const confirmationOf = ({ code, url }: Confirmation) => ({
  width: 170,
  fontSize: 9,
  lineHeight: 1.1,
  stack: [
    { qr: url ?? code, fit: 68, eccLevel: 'M', margin: [0, 0, 0, 6] },
    `${fixedWords.check} ${code}`,
    ...(url ? [`${fixedWords.how} ${siteOf(url)} ${fixedWords.page}`] : []),
  ],
})

const bodyOf = ({ type, text }: PaperLine) => ({ text, ...(type === 'paragraph' ? { leadingIndent: textSize * 2 } : {}) })

/** What is longer may not fit on one page with the signature. */
const closingLength = 200

export function sheetOf(paper: PaperText, confirmation: Confirmation, seal: string) {
  const titles = paper.lines.filter(({ type }) => type === 'title')
  const body = paper.lines.filter(({ type }) => type === 'addressee' || type === 'paragraph')
  const signatures = paper.lines.filter(({ type }) => type === 'signature')
  const closing = (body.at(-1)?.text.length ?? 0) > closingLength ? 0 : 1
  const signed = [...signatures.map(({ text }) => text), paper.date]
  return {
    pageSize: 'A4',
    pageMargins: [28 * millimetre, 30 * millimetre, 26 * millimetre, 28 * millimetre],
    defaultStyle: { font: fontName, fontSize: textSize, lineHeight },
    language: 'zh-CN',
    content: [
      { text: paper.head, alignment: 'center', fontSize: 22 },
      ...titles.map(({ text }) => ({ text, alignment: 'center', fontSize: 22, margin: [0, 6, 0, 10] })),
      { text: paper.no, alignment: 'right', margin: [0, 0, 0, 14] },
      ...body.slice(0, body.length - closing).map(bodyOf),
      // Who signs, the date and how to confirm it stand with the last words: a page of signatures alone could go with any paper.
      {
        unbreakable: true,
        stack: [
          ...body.slice(body.length - closing).map(bodyOf),
          {
            margin: [0, 22, 0, 0],
            columns: [
              confirmationOf(confirmation),
              {
                width: '*',
                stack: [
                  ...(seal ? [{ image: seal, fit: [110, 110], alignment: 'right', margin: [0, 0, 24, -86] }] : []),
                  ...signed.map((text) => ({ text, alignment: 'right', margin: [0, 0, 32, 0] })),
                  ...(seal ? [] : [{ text: fixedWords.seal, alignment: 'right', fontSize: 14, margin: [0, 0, 32, 0] }]),
                ],
              },
            ],
          },
        ],
      },
    ],
    footer: (page: number) => ({ text: `— ${page} —`, alignment: 'center', fontSize: 14 }),
  }
}
