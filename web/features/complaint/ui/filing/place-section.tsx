import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { isUscc, maxUscc, normalizeUscc, usccDoubt } from '@contract/uscc.ts'
import { RegionFields } from '@/entities/region/ui/region-fields.tsx'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { SubjectSuggestions } from '@/entities/subject/ui/subject-suggestions.tsx'
import { FieldError } from '@/shared/public-ui/field.tsx'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { fieldId, type SectionProps } from './section-props.ts'

export function PlaceSection({ form, errors, onChange }: SectionProps) {
  const site = useQuery(siteQuery)
  const id = fieldId('regionPath')
  const code = normalizeUscc(form.subjectUscc)
  const [isCodeLeft, setCodeLeft] = useState(code !== '')
  // While it is being typed only a whole code is judged; once left, any.
  const doubt = isCodeLeft || code.length >= 18 ? usccDoubt(code) : undefined
  return (
    <section className="sheet">
      <h2>在哪里，是谁</h2>
      <fieldset className={errors.regionPath ? 'field has-error' : 'field'}>
        <legend className="field-label">事发地（经营场所所在地）</legend>
        <p className="field-hint" id={`${id}-hint`}>
          决定由哪里的部门负责。请至少选到县（市、区），能选到乡镇（街道）更好。网购请选商家所在地。
        </p>
        <PublicAsync query={site} lines={1}>
          {({ root_region }) => (
            <RegionFields
              id={id}
              root={root_region}
              path={form.regionPath}
              isInvalid={Boolean(errors.regionPath)}
              describedBy={errors.regionPath ? `${id}-hint ${id}-error` : `${id}-hint`}
              onPath={(regionPath) => onChange({ regionPath })}
            />
          )}
        </PublicAsync>
        <FieldError id={`${id}-error`} text={errors.regionPath} />
      </fieldset>
      <TextField
        id={fieldId('placeText')}
        label="详细地址"
        isOptional
        hint="路名、门牌、商场楼层或网店名称"
        maxLength={200}
        value={form.placeText}
        error={errors.placeText}
        onValue={(placeText) => onChange({ placeText })}
      />
      <TextField
        id={fieldId('subjectName')}
        label="被投诉举报单位名称"
        hint="营业执照、小票或招牌上的名称"
        maxLength={100}
        autoComplete="off"
        value={form.subjectName}
        error={errors.subjectName}
        onValue={(subjectName) => onChange({ subjectName })}
      />
      <SubjectSuggestions name={form.subjectName} regionCode={form.regionPath.at(-1) ?? null} onPick={(subjectName) => onChange({ subjectName })} />
      <TextField
        id={fieldId('subjectUscc')}
        label="统一社会信用代码"
        isOptional
        className="input-code"
        hint="营业执照上的 18 位代码，填了能更快找准单位"
        maxLength={maxUscc}
        autoComplete="off"
        value={form.subjectUscc}
        error={errors.subjectUscc}
        warning={errors.subjectUscc ? undefined : doubt}
        onFocus={() => setCodeLeft(false)}
        onBlur={() => {
          setCodeLeft(true)
          if (code !== form.subjectUscc) onChange({ subjectUscc: code })
        }}
        onValue={(subjectUscc) => onChange({ subjectUscc })}
      />
      {isUscc(code) && !errors.subjectUscc && (
        <p className="field-ok" role="status">
          代码校验通过
        </p>
      )}
    </section>
  )
}
