/** A paper as PDF: the first, which reads the font; then one after the other, on one and on three pages; beside the cutting of the font alone. */
import { Buffer } from 'node:buffer'
import subsetFont from 'subset-font'
import type { PaperTemplate } from '../functions/_shared/contract/paper-text.ts'
import { paperFont } from '../functions/render-paper/font.ts'
import { renderPaper } from '../functions/render-paper/render.ts'
import { figure, median, timed, type Figure } from './figure.ts'

const template: PaperTemplate = {
  no_word: '投不受',
  blocks: [
    { type: 'title', text: '投诉不予受理决定书' },
    { type: 'addressee', text: '{{reporter}}：' },
    { type: 'paragraph', text: '你（单位）提交的关于“{{title}}”的投诉（受理编号：{{case_no}}）已收悉。' },
    { type: 'paragraph', text: '{{said}}' },
    { type: 'remedy', text: '如不服本决定，可以自收到之日起六十日内依法申请行政复议，也可以自收到之日起六个月内依法向人民法院提起行政诉讼。' },
    { type: 'signature' },
  ],
}
const said = '您反映的物业服务费问题由住房城乡建设部门负责，可向其提出。'

const paper = (number: number, repeats: number) =>
  renderPaper({
    template,
    values: {
      reporter: '张*',
      title: '购买的食品过期',
      case_no: `TS${number}`,
      said: said.repeat(repeats),
      org_name: '合肥市市场监督管理局',
      no: `合肥市场监管投不受〔2026〕${number}号`,
      date: '二〇二六年四月十五日',
    },
    issuedAt: '2026-04-15T02:00:00Z',
    seal: '',
    confirmation: { code: 'ABCD-2345-EFGH-6789', url: 'https://site.example/paper/ABCD-2345-EFGH-6789' },
  })

const rounds = 30

async function each(work: (n: number) => Promise<unknown>): Promise<number> {
  const times: number[] = []
  for (let n = 1; n <= rounds; n += 1) times.push(await timed(() => work(n)))
  return median(times)
}

export async function benchPapers(): Promise<Figure[]> {
  const first = await timed(() => paper(0, 1))
  const { bytes } = await paperFont()
  const font = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const words = JSON.stringify(template) + said
  const floor = await each(() => subsetFont(font, words, { targetFormat: 'truetype' }))
  const short = await each((n) => paper(n, 1))
  const long = await each((n) => paper(n, 60))
  return [
    figure('papers', 'first of a process', first, 'ms', floor),
    figure('papers', 'one page', short, 'ms', floor),
    figure('papers', 'three pages', long, 'ms', floor),
    figure('papers', 'one page, one after the other', 1000 / short, '/s', 1000 / floor),
    figure('papers', 'size of one page', (await paper(1, 1)).length / 1024, 'KB', 0),
  ]
}
