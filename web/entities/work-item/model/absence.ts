import { z } from 'zod'

const person = z.object({ name: z.string() }).nullable()

export const absenceSchema = z.object({
  id: z.uuid(),
  officer_id: z.uuid(),
  deputy_id: z.uuid(),
  starts_on: z.string(),
  ends_on: z.string(),
  officer: person,
  deputy: person,
})
export type Absence = z.infer<typeof absenceSchema>

export type AbsencePhase = 'coming' | 'running' | 'over'
export const absencePhaseLabels: Record<AbsencePhase, string> = { coming: '未开始', running: '代办中', over: '已结束' }

/** Both days belong to it. */
export const phaseOf = ({ starts_on: from, ends_on: to }: Pick<Absence, 'starts_on' | 'ends_on'>, today: string): AbsencePhase =>
  today < from ? 'coming' : today > to ? 'over' : 'running'

export interface AbsencesNow {
  /** Colleagues for whom one works today. */
  deputised: Absence[]
  /** One's own, while it runs. */
  own: Absence | undefined
}

export function absencesNow(absences: readonly Absence[], officerId: string, today: string): AbsencesNow {
  const running = absences.filter((one) => phaseOf(one, today) === 'running')
  return {
    deputised: running.filter((one) => one.deputy_id === officerId),
    own: running.find((one) => one.officer_id === officerId),
  }
}
