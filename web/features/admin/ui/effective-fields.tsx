import { todayInShanghai } from '@/shared/format/date.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'

export function EffectiveFields({ dayHint }: { dayHint?: string }) {
  return (
    <>
      <FormField name="effective_from" hint={dayHint}>
        <DateInput min={todayInShanghai()} />
      </FormField>
      <AreaField name="reason" rows={2} placeholder="文件名称、文号或批准情况" />
    </>
  )
}
