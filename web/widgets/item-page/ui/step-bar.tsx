import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { statesQuery } from '@/entities/work-item/api/list-states.ts'
import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import '../step-bar.css'
import { stepsOf, type Step } from '../model/steps.ts'

const phases: Record<Step['phase'], string> = { passed: '已经过', current: '当前', ended: '已办结', ahead: '尚未到' }

/** Where an item stands on its way: all of it on the desk, one line on a phone. */
export function StepBar({ item, events }: { item: InboxItem; events: UseQueryResult<WorkEvent[]> }) {
  const states = useQuery(statesQuery([item.kind]))
  const steps = states.data && events.data ? stepsOf(states.data, item, events.data) : []
  const place = steps.findIndex(({ phase }) => phase === 'current' || phase === 'ended')
  const here = steps[place]
  if (!here) return <div className="steps-wait" />
  return (
    <>
      <ol className="steps" aria-label="办理进度">
        {steps.map(({ key, label, phase, at }) => (
          <li key={key} className={`step-${phase}`} {...(phase === 'current' || phase === 'ended' ? { 'aria-current': 'step' as const } : {})}>
            <strong>{label}</strong>
            <span className="visually-hidden">（{phases[phase]}）</span>
            {at && (
              <time dateTime={at} title={formatDateTime(at)}>
                {formatDate(at).slice(5)}
              </time>
            )}
          </li>
        ))}
      </ol>
      <p className="steps-short">
        <span className="muted">{here.phase === 'ended' ? '已办结' : `进度 ${place + 1}/${steps.length}`}</span> <strong>{here.label}</strong>
      </p>
    </>
  )
}
