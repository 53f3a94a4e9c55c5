/** A year of cases that are over: who complained of which business, and how fast its body worked. The same for the same seed. */
import { hashOf, randomOf, type Random } from '../../world/random.ts'
import type { Subject } from '../../world/subjects.ts'
import { filingTime, stepTime, type Calendar } from './dates.ts'
import { grievancesOf, type Grievance } from './past-words.ts'

export interface PastStep {
  action: string
  payload: Record<string, string>
  /** Null = a minute after the one before, by the system. */
  at: string | null
}

export interface PastCase {
  number: number
  type: 'complaint' | 'tip'
  grievance: Grievance
  subject: Subject
  /** An officer found it in the register. */
  isLinked: boolean
  filedAt: string
  steps: PastStep[]
  rating: { level: number; at: string } | null
}

/** Of a year: 三一五, the summer's food, the sales of November. */
const months = [0.8, 0.6, 1.3, 0.9, 0.95, 1.05, 1.2, 1.25, 1, 0.95, 1.15, 1]
/** What came in over the weekend stands on Monday. */
const weekdays = [1, 1.2, 1.1, 1, 0.95, 0.9, 1]
/** Working days ago: the demo's own cases are younger. */
const [youngest, oldest] = [55, 330]
/** By then each is over and rated, however slow its body: the late ones of them are hurried. */
const settled = 14

function ageOf(calendar: Calendar, random: Random): number {
  for (;;) {
    const age = random.between(youngest, oldest)
    const day = calendar.before[age - 1] as string
    const weight = (months[Number(day.slice(5, 7)) - 1] as number) * (weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] as number)
    if (random.next() * 1.6 < weight) return age
  }
}

/** Bodies differ: some take half the usual time, some twice. */
const speedOf = ({ regionCode, line }: Subject) => 0.5 + randomOf(hashOf(`${Math.floor(regionCode / 1000)}${line}`)).next() * 0.95

type Sketch = [action: string, days: number, payload: Record<string, string>]

function courseOf(type: PastCase['type'], isFair: boolean, random: Random): Sketch[] {
  if (type === 'tip') {
    if (!isFair)
      return [
        ['receive', 1, {}],
        ['not_file', 9, { ground: 'no_breach', public_text: '经现场核查，未发现所反映的违法行为。' }],
      ]
    return [
      ['receive', 1, {}],
      ['file_case', 8, { note: '现场核查属实，建议立案' }],
      ['notify', 3, { public_text: '您举报的事项经核查属实，已立案调查。' }],
      ['answer', 24, { outcome: 'corrected', public_text: '已责令当事人改正，经复查整改到位。' }],
    ]
  }
  if (!isFair)
    return [
      ['receive', 1, {}],
      ['refuse', 4, { ground: 'not_consumer', public_text: '您反映的事项不属于为生活消费需要发生的争议，建议向人民法院起诉或申请仲裁。' }],
    ]
  const isAgreed = random.chance(0.7)
  return [
    ['receive', 1, {}],
    ['accept', 4, {}],
    isAgreed
      ? ['conclude', 14, { outcome: 'agreed', note: '双方协商一致，商家同意退款' }]
      : ['conclude', 22, { outcome: 'no_agreement', note: '两次组织调解未达成一致，终止调解' }],
    ['answer', 3, { public_text: isAgreed ? '经调解，双方达成一致并已履行。' : '经调解双方未达成一致，已终止调解。您可以凭本告知向人民法院起诉。' }],
  ]
}

/** `subjects` of them; a few businesses are complained of again and again. */
export function* pastCases(
  seedName: string,
  calendar: Calendar,
  make: (number: number) => Subject,
  subjects: number,
  count: number,
): Generator<PastCase> {
  const seed = hashOf(`${seedName}:past`)
  for (let number = 0; number < count; number += 1) {
    const random = randomOf(seed, number)
    const subject = make(Math.floor(random.next() ** 2.2 * subjects))
    const grievance = random.pick(grievancesOf(subject.industryCode, subject.line))
    const type = random.pick(grievance.types)
    const age = ageOf(calendar, random)
    const filedAt = filingTime(calendar, age, `${seedName}:${number}`)
    const speed = speedOf(subject)
    const steps: PastStep[] = [{ action: 'route', payload: {}, at: null }]
    let ago = age
    let at = filedAt
    const course = courseOf(type, random.chance(0.82), random).map(([action, days, payload]) => ({
      action,
      payload,
      days: Math.max(1, Math.round(days * speed * (0.5 + random.next()))),
    }))
    const hurry = Math.min(1, (age - settled) / course.reduce((sum, { days }) => sum + days, 0))
    for (const { action, payload, days } of course) {
      ago -= Math.max(1, Math.floor(days * hurry))
      const next = stepTime(calendar, ago, `${seedName}:${number}:${action}`, 'handler', at)
      if (!next) throw new Error('the past of the world reaches into the present')
      steps.push({ action, payload, at: next })
      at = next
    }
    const isRated = random.chance(0.35)
    const level = random.chance(0.78) ? random.between(4, 5) : random.between(1, 3)
    const ratedAt = isRated ? stepTime(calendar, ago - random.between(1, 4), `${seedName}:${number}:rate`, 'citizen', at) : null
    yield {
      number,
      type,
      grievance,
      subject,
      isLinked: random.chance(0.6),
      filedAt,
      steps,
      rating: ratedAt ? { level, at: ratedAt } : null,
    }
  }
}
