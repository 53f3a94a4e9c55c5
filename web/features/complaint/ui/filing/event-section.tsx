import { todayInShanghai } from '@/shared/format/date.ts'
import { AreaField } from '@/shared/public-ui/area-field.tsx'
import { DateField } from '@/shared/public-ui/date-field.tsx'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { MatterField } from './matter-field.tsx'
import { fieldId, type SectionProps } from './section-props.ts'

export function EventSection(props: SectionProps) {
  const { form, errors, onChange } = props
  return (
    <section className="sheet">
      <h2>发生了什么</h2>
      <TextField
        id={fieldId('title')}
        label="标题"
        hint="一句话说清，例如：超市出售过期牛奶拒绝退款"
        maxLength={60}
        value={form.title}
        error={errors.title}
        onValue={(title) => onChange({ title })}
      />
      <AreaField
        id={fieldId('content')}
        label="事情经过"
        hint="时间、经过、对方怎么说、您怎么做的。请不要写身份证号、银行卡号。"
        max={5000}
        value={form.content}
        error={errors.content}
        onValue={(content) => onChange({ content })}
      />
      <div className="field">
        <MatterField {...props} />
      </div>
      <DateField
        id={fieldId('occurredOn')}
        label="发生日期"
        isOptional
        max={todayInShanghai()}
        value={form.occurredOn}
        error={errors.occurredOn}
        onValue={(occurredOn) => onChange({ occurredOn })}
      />
      {form.caseTypes.includes('complaint') && (
        <AreaField
          id={fieldId('wish')}
          label="您的诉求"
          hint="希望怎样解决，例如：退还货款 68 元并更换"
          max={500}
          value={form.wish}
          error={errors.wish}
          onValue={(wish) => onChange({ wish })}
        />
      )}
    </section>
  )
}
