import { FieldError } from '@/shared/public-ui/field.tsx'
import { fieldId, type SectionProps } from './section-props.ts'

interface ConsentSectionProps extends SectionProps {
  noticePath: string
}

export function ConsentSection({ form, errors, onChange, noticePath }: ConsentSectionProps) {
  const id = fieldId('isAgreed')
  return (
    <div className={errors.isAgreed ? 'field has-error' : 'field'}>
      <label className="check" htmlFor={id}>
        <input
          id={id}
          type="checkbox"
          aria-invalid={Boolean(errors.isAgreed)}
          aria-describedby={errors.isAgreed ? `${id}-error` : undefined}
          checked={form.isAgreed}
          onChange={(event) => onChange({ isAgreed: event.target.checked })}
        />
        <span>
          我已阅读并同意
          <a href={noticePath} target="_blank" rel="noopener">
            《填报须知》
          </a>
          ，所反映内容属实，愿意承担虚假投诉举报的法律责任。
        </span>
      </label>
      <FieldError id={`${id}-error`} text={errors.isAgreed} />
    </div>
  )
}
