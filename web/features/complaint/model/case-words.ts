import type { WorkEvent } from '@/entities/work-item/model/work-event.ts'
import { groundOf, type Ground } from './ground-of.ts'

/** Beside the name of a step: its ground or outcome, whom it named, until when an answer is wanted. */
export function eventWords(event: WorkEvent, caseType: string, grounds: readonly Ground[] | undefined, names: Record<string, string>): string {
  const { officer_id: officer, due_on: due } = event.payload
  if (typeof officer === 'string') return names[officer] ?? ''
  if (typeof due === 'string') return `${due} 前反馈`
  return groundOf(grounds, caseType, event.payload)
}

export const namedOfficers = (events: readonly WorkEvent[]): string[] => [
  ...new Set(events.flatMap(({ payload }) => (typeof payload.officer_id === 'string' ? [payload.officer_id] : []))),
]
