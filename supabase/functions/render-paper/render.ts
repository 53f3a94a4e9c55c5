/** A paper as PDF with the characters it needs and no more. The same paper gives the same bytes, whenever it is rendered. */
import { Buffer } from 'node:buffer'
import printerModule from 'pdfmake/js/Printer.js'
import subsetFont from 'subset-font'
import { paperText, type PaperTemplate, type PaperValues } from '../_shared/contract/paper-text.ts'
import { missingFrom, paperFont } from './font.ts'
import { fontName, sheetOf, wordsOf, type Confirmation } from './layout.ts'

export interface PaperSource {
  template: PaperTemplate
  values: PaperValues
  issuedAt: string
  /** Image of the seal, as a data address; empty: a line that says where it belongs. */
  seal: string
  confirmation: Confirmation
}

/** What no second try mends. */
export class PaperError extends Error {}

const fontFile = 'paper.ttf'
/** A CommonJS module: some runtimes hand over the class itself, some what it exports. */
const Printer = 'default' in printerModule ? printerModule.default : printerModule

export async function renderPaper({ template, values, issuedAt, seal, confirmation }: PaperSource): Promise<Uint8Array<ArrayBuffer>> {
  const text = paperText(template, values)
  const words = wordsOf(text, confirmation)
  const font = await paperFont()
  const missing = missingFrom(font, words)
  if (missing.length > 0) {
    const named = missing.slice(0, 10).map((one) => `“${one}”（U+${one.codePointAt(0)?.toString(16).toUpperCase()}）`)
    throw new PaperError(`字库里没有这些字：${named.join('、')}，请改用其他写法后重新办理，或请管理人员补充字库`)
  }
  const subset = await subsetFont(Buffer.from(font.bytes.buffer, font.bytes.byteOffset, font.bytes.byteLength), words, { targetFormat: 'truetype' })
  // Files of its own and none of the machine's: a paper names none.
  const files = { existsSync: (path: string) => path === fontFile, readFileSync: () => subset }
  const printer = new Printer({ [fontName]: { normal: fontFile } }, files, { resolve: () => undefined, resolved: async () => undefined }, () => false)
  const document = await printer.createPdfKitDocument({
    ...sheetOf(text, confirmation, seal),
    // Part of the digest, so of the paper and not of the moment.
    info: { title: `${template.blocks[0]?.text ?? ''} ${text.no}`.trim(), author: text.head, creationDate: new Date(issuedAt) },
  })
  const parts: Uint8Array[] = []
  return new Promise((resolve, reject) => {
    document.on('data', (part: Uint8Array) => parts.push(part))
    document.on('end', () => resolve(new Uint8Array(Buffer.concat(parts))))
    document.on('error', reject)
    document.end()
  })
}
