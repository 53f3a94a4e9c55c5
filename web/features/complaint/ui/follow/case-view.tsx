import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { FollowCredentials, FollowedCase } from '../../model/follow.ts'
import { caseTypeLabels } from '../../model/receipt.ts'
import { RateForm } from './rate-form.tsx'
import { SupplyForm } from './supply-form.tsx'

export function CaseView({ one, credentials }: { one: FollowedCase; credentials: FollowCredentials }) {
  return (
    <section className="sheet" aria-label={`${caseTypeLabels[one.caseType]} ${one.caseNo}`}>
      <h2>
        {caseTypeLabels[one.caseType]} · {one.caseNo}
      </h2>
      <p className="row">
        <strong className="follow-state">{one.stateLabel}</strong>
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
        {one.dueAt && (
          <>
            <dt>{one.termLabel ?? '办理期限'}</dt>
            <dd>
              {formatDate(one.dueAt)} 前{one.dueIsProvisional ? '（暂定）' : ''}
            </dd>
          </>
        )}
      </dl>
      {one.answer && (
        <div className="note answer">
          <strong>
            办理答复{one.answer.outcomeLabel ? `：${one.answer.outcomeLabel}` : ''}
          </strong>
          <p>{one.answer.text}</p>
          <p className="field-hint">
            {one.answer.orgName ?? one.orgName} {formatDate(one.answer.at)}
          </p>
        </div>
      )}
      {one.materialRequest && (
        <div className="note note-warn">
          <strong>需要您补充材料</strong>
          <p>{one.materialRequest}</p>
        </div>
      )}
      {one.canSupply && <SupplyForm caseNo={one.caseNo} credentials={credentials} />}
      {one.canRate && <RateForm caseNo={one.caseNo} credentials={credentials} />}
      <h3 className="timeline-title">办理经过</h3>
      <ol className="timeline">
        {one.timeline.map((step) => (
          <li key={`${step.at}${step.label}`}>
            <time dateTime={step.at}>{formatDateTime(step.at)}</time>
            <strong>{step.label}</strong>
            {step.orgName && <span>{step.orgName}</span>}
            {step.note && <p>{step.note}</p>}
          </li>
        ))}
      </ol>
    </section>
  )
}
