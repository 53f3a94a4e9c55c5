import { termWord } from '@/entities/term/model/term-word.ts'
import type { RuleBody } from '../model/deadline-rule.ts'

/** What holds today. */
export function RuleFacts({ body, period }: { body: RuleBody; period: string }) {
  const facts = [
    ['时限', termWord(body)],
    ['施行', period],
    ['依据', `${body.legal_basis}${body.is_confirmed ? '' : '（待核对）'}`],
    ['预警', body.warn_share === 0 ? '不预警' : `剩余 ${Math.round(body.warn_share * 100)}% 时亮黄灯`],
    ['红灯', `超期 ${body.red_workdays} 个工作日后`],
    ['可用次数', `${body.times} 次`],
    ['超期责任', body.is_charged ? '计入承办单位' : '不计入承办单位'],
  ]
  return (
    <dl className="rule-facts">
      {facts.map(([term, value]) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
