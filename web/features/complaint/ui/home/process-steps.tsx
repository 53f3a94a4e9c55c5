import { useTermWords } from '@/entities/term/ui/use-term-words.ts'

const stepsOf = (term: (key: string) => string) => [
  { name: '登记分派', text: '提交后当场得到查询码，系统按事项、地点和层级确定承办单位，并说明理由。' },
  {
    name: '受理或核查',
    text: `投诉：${term('complaint.accept')}内告知是否受理。举报：${term('tip.decide')}内核查并决定是否立案，必要时经批准延长。`,
  },
  { name: '调解或查处', text: '承办单位联系双方调解，或依法查处。需要补充材料时会在进度页告诉您。' },
  { name: '答复评价', text: '办理结果在进度页公开给您，您可以评价是否满意。' },
]

export function ProcessSteps() {
  const term = useTermWords(['complaint.accept', 'tip.decide'])
  return (
    <section className="home-band" aria-labelledby="steps">
      <h2 id="steps">怎样办理</h2>
      <ol className="home-steps">
        {stepsOf(term).map((step) => (
          <li key={step.name}>
            <strong>{step.name}</strong>
            <span>{step.text}</span>
          </li>
        ))}
      </ol>
    </section>
  )
}
