import { todayInShanghai } from '@/shared/format/date.ts'
import { metaOf } from '@/shared/form/fields.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { useFormContext } from '@/shared/ui/form-body.tsx'
import { AreaField, FlagField, FormField, NumberField, TextField } from '@/shared/ui/form-field.tsx'
import type { FieldControls } from '../model/field-controls.ts'
import type { RequiredField } from '../model/work-action.ts'
import { HandlerSelect } from './handler-select.tsx'
import { PhrasePicker } from './phrase-picker.tsx'
import { TargetSelect, TargetsSelect } from './target-select.tsx'

interface ActionFieldProps {
  field: RequiredField
  itemId: string
  action: string
  controls: FieldControls
}

/** Limits and names come from the schema of the move. */
export function ActionField(props: ActionFieldProps) {
  const { type, field: name, code_set: codeSet } = props.field
  if (type === 'boolean') return <FlagField name={name} />
  if (type === 'number') return <NumberField name={name} />
  if (type === 'textarea') return <WordsField {...props} />
  if (type === 'text' && !codeSet) return <TextField name={name} />
  return <FormField name={name}>{pickerFor(props)}</FormField>
}

function WordsField({ field: { field: name }, action }: ActionFieldProps) {
  const { max = 0 } = metaOf(useFormContext().schema.shape[name])
  return <AreaField name={name} rows={4} tools={<PhrasePicker action={action} field={name} max={max} />} />
}

function pickerFor({ field: { type, code_set: codeSet, not_past: isNotPast }, itemId, action, controls }: ActionFieldProps) {
  const { region: Region, code: Code, files: Files, useProposals } = controls
  if (codeSet) return <Code codeSet={codeSet} />
  switch (type) {
    case 'orgs':
      return <TargetsSelect itemId={itemId} action={action} />
    case 'officer':
      return <HandlerSelect itemId={itemId} />
    case 'region':
      return <Region />
    case 'files':
      return <Files />
    case 'date':
      return <DateInput min={isNotPast ? todayInShanghai() : undefined} />
    default:
      return <TargetSelect itemId={itemId} action={action} {...(useProposals ? { useProposals } : {})} />
  }
}
