import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import type { CitizenCase } from '../../model/look-up.ts'

/** What the citizen sent, folded away: they know it, and others may look over their shoulder. */
export function OwnWords({ filing }: { filing: CitizenCase['filing'] }) {
  return (
    <details className="own-words">
      <summary>您提交的内容</summary>
      <dl className="facts">
        <dt>被投诉举报单位</dt>
        <dd>{filing.subjectName}</dd>
        <dt>事发地</dt>
        <dd>{filing.place.trim()}</dd>
        {filing.occurredOn && (
          <>
            <dt>发生日期</dt>
            <dd>{formatDate(filing.occurredOn)}</dd>
          </>
        )}
        <dt>事情经过</dt>
        <dd className="as-written">{filing.content}</dd>
        {filing.wish && (
          <>
            <dt>诉求</dt>
            <dd className="as-written">{filing.wish}</dd>
          </>
        )}
        {filing.materials.map((material) => (
          <div key={material.at} className="contents">
            <dt>补充材料</dt>
            <dd className="as-written">
              {material.text}
              <div className="field-hint">{formatDateTime(material.at)}</div>
            </dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
