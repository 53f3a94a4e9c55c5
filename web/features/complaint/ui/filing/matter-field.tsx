import { useQuery } from '@tanstack/react-query'
import { Field } from '@/shared/public-ui/field.tsx'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { mattersQuery } from '../../api/list-matters.ts'
import { suggestMatters } from '../../model/suggest-matters.ts'
import { fieldId, type SectionProps } from './section-props.ts'

export function MatterField({ form, errors, onChange }: SectionProps) {
  const matters = useQuery(mattersQuery)
  return (
    <PublicAsync query={matters} lines={2}>
      {(rows) => {
        const chosen = rows.find((row) => row.code === form.matterCode)
        const proposals = chosen ? [] : suggestMatters(rows, form.title + form.content)
        return (
          <Field id={fieldId('matterCode')} label="事项类别" hint={chosen?.hint ?? '不确定时选最接近的一类，系统会再核对'} error={errors.matterCode}>
            {(control) => (
              <>
                <select {...control} className="input" value={form.matterCode} onChange={(event) => onChange({ matterCode: event.target.value })}>
                  <option value="">请选择</option>
                  {rows.map((row) => (
                    <option key={row.code} value={row.code}>
                      {row.label}
                    </option>
                  ))}
                </select>
                {proposals.length > 0 && (
                  <p className="field-hint">
                    根据您写的内容，可能是：
                    {proposals.map((row) => (
                      <button key={row.code} type="button" className="btn btn-plain" onClick={() => onChange({ matterCode: row.code })}>
                        {row.label}
                      </button>
                    ))}
                  </p>
                )}
              </>
            )}
          </Field>
        )
      }}
    </PublicAsync>
  )
}
