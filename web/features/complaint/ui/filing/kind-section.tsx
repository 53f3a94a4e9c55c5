import type { CaseType } from '@contract/filing-limits.ts'
import { FieldError } from '@/shared/public-ui/field.tsx'
import { fieldId, type SectionProps } from './section-props.ts'

const kinds: { type: CaseType; name: string; text: string }[] = [
  { type: 'complaint', name: '投诉', text: '我自己吃了亏，要求退、换、赔或道歉。部门组织调解，须实名。' },
  { type: 'tip', name: '举报', text: '我发现有人违法，请部门去查。部门核查后决定是否立案，可匿名。' },
]

export function KindSection({ form, errors, onChange }: SectionProps) {
  const toggle = (type: CaseType, isOn: boolean) =>
    onChange({ caseTypes: kinds.map((kind) => kind.type).filter((kind) => (kind === type ? isOn : form.caseTypes.includes(kind))) })
  return (
    <section className="sheet">
      <h2>您要投诉还是举报</h2>
      <fieldset
        className={errors.caseTypes ? 'field has-error' : 'field'}
        aria-describedby={errors.caseTypes ? `${fieldId('caseTypes')}-error` : undefined}
      >
        <legend className="field-label">
          反映类型<small>可同时选两项，将分成两件办理</small>
        </legend>
        <div className="choices">
          {kinds.map((kind, i) => (
            <label key={kind.type} className="choice">
              <input
                type="checkbox"
                id={i === 0 ? fieldId('caseTypes') : undefined}
                aria-label={kind.name}
                aria-describedby={`kind-${kind.type}`}
                checked={form.caseTypes.includes(kind.type)}
                onChange={(event) => toggle(kind.type, event.target.checked)}
              />
              <span>
                <strong>{kind.name}</strong>
                <span id={`kind-${kind.type}`}>{kind.text}</span>
              </span>
            </label>
          ))}
        </div>
        <FieldError id={`${fieldId('caseTypes')}-error`} text={errors.caseTypes} />
      </fieldset>
    </section>
  )
}
