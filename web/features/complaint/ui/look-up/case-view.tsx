import { useState } from 'react'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { LookUpCredentials, CitizenCase } from '../../model/look-up.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { OwnPapers } from './own-papers.tsx'
import { OwnWords } from './own-words.tsx'
import { levels, RateForm } from './rate-form.tsx'
import { SupplyForm } from './supply-form.tsx'
import { WithdrawForm } from './withdraw-form.tsx'

export function CaseView({ one, credentials }: { one: CitizenCase; credentials: LookUpCredentials }) {
  // Kept here: with what was sent the form is gone.
  const [isSupplied, setSupplied] = useState(false)
  return (
    <section className="sheet" aria-label={`${caseTypeLabels[one.caseType]} ${one.caseNo}`}>
      <h2 className="typed-title">
        {caseTypeLabels[one.caseType]} · {one.caseNo}
      </h2>
      <p className="row">
        <strong className="look-up-state">{one.stateLabel}</strong>
        <span>{one.title}</span>
      </p>
      <dl className="facts">
        <dt>提交时间</dt>
        <dd>{formatDateTime(one.filedAt)}</dd>
        <dt>承办单位</dt>
        <dd>
          <strong>{one.orgName ?? '正在确定'}</strong>
          {one.orgReason && <div className="field-hint">{one.orgReason}</div>}
        </dd>
        {one.isOpen && one.dueAt && (
          <>
            <dt>{one.termLabel ? `${one.termLabel}期限` : '办理期限'}</dt>
            <dd>
              不晚于 <span className="unbroken">{formatDate(one.dueAt)}</span>
              {one.dueIsProvisional ? '（暂定）' : ''}
            </dd>
          </>
        )}
      </dl>
      <OwnWords filing={one.filing} />
      {one.answers.map((answer) => (
        <div key={answer.at} className="note answer">
          <strong>办理答复{answer.outcomeLabel ? `：${answer.outcomeLabel}` : ''}</strong>
          <p>{answer.text}</p>
          <p className="field-hint">
            {answer.orgName ?? one.orgName} {formatDate(answer.at)}
          </p>
        </div>
      ))}
      <OwnPapers papers={one.papers} credentials={credentials} />
      {one.materialRequest && (
        <div className="note note-warn">
          <strong>需要您补充材料</strong>
          <p>{one.materialRequest}</p>
        </div>
      )}
      {one.canSupply && <SupplyForm caseNo={one.caseNo} credentials={credentials} onSupplied={() => setSupplied(true)} />}
      {isSupplied && (
        <p className="note" role="status">
          补充材料已提交，承办单位会收到提醒。
        </p>
      )}
      {one.canRate && <RateForm caseNo={one.caseNo} credentials={credentials} />}
      {one.rating !== null && <p role="status">您的评价：{levels.find(([level]) => level === one.rating)?.[1]}。感谢评价。</p>}
      <h3 className="timeline-title">办理经过</h3>
      <ol className="timeline">
        {[...one.timeline].reverse().map((step) => (
          <li key={`${step.at}${step.label}`}>
            <time dateTime={step.at}>{formatDateTime(step.at)}</time>
            <strong>{step.label}</strong>
            {step.orgName && <span>{step.orgName}</span>}
          </li>
        ))}
      </ol>
      {one.canWithdraw && <WithdrawForm caseNo={one.caseNo} credentials={credentials} />}
    </section>
  )
}
