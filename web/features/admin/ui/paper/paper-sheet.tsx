import { paperText, type PaperTemplate, type PaperValues } from '@contract/paper-text.ts'
import './paper.css'
import { Signature } from './signature.tsx'

interface PaperSheetProps {
  template: PaperTemplate
  values: PaperValues
  /** Address of the picture of the seal of who signs. */
  seal: string | undefined
}

/** What the PDF will say, by the code that says it there; only the paper under it is of the browser. */
export function PaperSheet({ template, values, seal }: PaperSheetProps) {
  const { head, no, date, lines } = paperText(template, values)
  const linesOf = (...types: string[]) => lines.filter(({ type }) => types.includes(type))
  return (
    <section className="paper-sheet" aria-label="样张" lang="zh-CN">
      <p className="paper-sheet-head">{head}</p>
      {linesOf('title').map(({ text }) => (
        <p key={text} className="paper-sheet-head">
          {text}
        </p>
      ))}
      <p className="paper-sheet-right">{no}</p>
      {linesOf('addressee', 'paragraph').map(({ type, text }, i) => (
        // oxlint-disable-next-line react/no-array-index-key
        <p key={i} className={`paper-sheet-${type}`}>
          {text}
        </p>
      ))}
      <Signature names={linesOf('signature').map(({ text }) => text)} date={date} seal={seal} />
      <p className="paper-sheet-note">样张用示例内容填写；正式文书另有核验码、二维码和页码。</p>
    </section>
  )
}
