import { useState } from 'react'
import { formatDate } from '@/shared/format/date.ts'
import { digestOf } from '@/shared/proof/digest-of.ts'
import type { CheckedPaper } from '../model/checked-paper.ts'

export function PaperFacts({ paper }: { paper: CheckedPaper }) {
  return (
    <section className="sheet" aria-label="核验结果">
      <h2 className="typed-title">{paper.title}</h2>
      {paper.withdrawnOn ? (
        <p className="note note-error" role="alert">
          <strong>已撤回</strong>：这份文书已于 {formatDate(paper.withdrawnOn)} 由作出单位撤回，不再有效。
        </p>
      ) : (
        <p className="note">
          <strong>核验通过</strong>：这份文书由下列单位作出，没有撤回。
        </p>
      )}
      <dl className="facts">
        <dt>文号</dt>
        <dd>{paper.no}</dd>
        <dt>作出单位</dt>
        <dd>{paper.orgName}</dd>
        <dt>作出日期</dt>
        <dd>{formatDate(paper.issuedOn)}</dd>
        <dt>校验值</dt>
        <dd>
          <code className="check-digest">{paper.sha256}</code>（SHA-256）
        </dd>
      </dl>
      <FileCheck sha256={paper.sha256} />
    </section>
  )
}

type Outcome = 'same' | 'other' | 'unread'

const words: Record<Outcome, string> = {
  same: '一致：所选文件就是这份文书，没有改动过。',
  other: '不一致：所选文件不是这份文书，或者改动过。',
  unread: '文件没有读出来，请重新选择。',
}

/** The file stays with the visitor: their browser takes the digest. */
function FileCheck({ sha256 }: { sha256: string }) {
  const [outcome, setOutcome] = useState<{ name: string; is: Outcome }>()
  const handleFile = async (file: File | undefined) => {
    if (!file) return setOutcome(undefined)
    const is = await digestOf(file).then(
      (digest): Outcome => (digest === sha256 ? 'same' : 'other'),
      (): Outcome => 'unread',
    )
    setOutcome({ name: file.name, is })
  }
  return (
    <div className="no-print check-file">
      <h3>核对手里的文件</h3>
      <span className="btn file-button">
        选择文书的 PDF 文件
        <input
          type="file"
          aria-label="选择文书的 PDF 文件"
          accept="application/pdf,.pdf"
          onChange={(event) => {
            void handleFile(event.target.files?.[0])
            event.target.value = ''
          }}
        />
      </span>
      <p className="field-hint">比对的是文件的校验值，改动一个字就不一致。文件只在您的设备上比对，不会上传。</p>
      {outcome && (
        <p className={outcome.is === 'same' ? 'note' : 'note note-error'} role={outcome.is === 'same' ? 'status' : 'alert'}>
          {outcome.name}：{words[outcome.is]}
        </p>
      )}
    </div>
  )
}
