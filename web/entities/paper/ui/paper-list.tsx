import { Button } from 'antd'
import { useState } from 'react'
import { formatDateTime } from '@/shared/format/date.ts'
import { useRetryPaper } from '../api/papers.ts'
import { paperWord, type Paper } from '../model/paper.ts'
import './paper.css'
import { PaperFile } from './paper-file.tsx'
import { WithdrawPaperDialog } from './withdraw-paper-dialog.tsx'

/** The papers of an item, the oldest first: what each is, where it stands, and the one stored file to look at, keep, print. */
export function PaperList({ papers }: { papers: readonly Paper[] }) {
  return (
    <ul className="papers">
      {papers.map((paper) => (
        <PaperEntry key={paper.id} paper={paper} />
      ))}
    </ul>
  )
}

function PaperEntry({ paper }: { paper: Paper }) {
  const [isWithdrawing, setWithdrawing] = useState(false)
  const retry = useRetryPaper()
  const { title, no, state, problem, storage_path: path, sha256, withdrawn_at: withdrawnAt } = paper
  return (
    <li>
      <p className="paper-head">
        <strong>{title}</strong>
        <span className={`paper-state is-${withdrawnAt ? 'withdrawn' : state}`}>{paperWord(paper)}</span>
      </p>
      <p>{no}</p>
      <p className="muted">
        {paper.orgs?.name} {formatDateTime(paper.issued_at)}　核验码 <span className="unbroken">{paper.code}</span>
      </p>
      {withdrawnAt && (
        <p>
          {formatDateTime(withdrawnAt)} 撤回：{paper.withdraw_reason}
        </p>
      )}
      {problem && <p role="status">{problem}</p>}
      {sha256 && (
        <p className="muted paper-digest">
          校验值（SHA-256）<code>{sha256}</code>
        </p>
      )}
      <div className="paper-acts">
        {path && sha256 && <PaperFile paper={paper} path={path} sha256={sha256} />}
        {paper.can_retry && (
          <Button size="small" loading={retry.isPending} onClick={() => retry.mutate(paper.id)}>
            重新生成
          </Button>
        )}
        {paper.can_withdraw && (
          <Button size="small" danger onClick={() => setWithdrawing(true)}>
            撤回
          </Button>
        )}
      </div>
      {isWithdrawing && <WithdrawPaperDialog paper={paper} onClose={() => setWithdrawing(false)} />}
    </li>
  )
}
