import { TextField } from '@/shared/public-ui/text-field.tsx'
import { fieldId, type SectionProps } from './section-props.ts'

export function ContactSection({ form, errors, onChange }: SectionProps) {
  const canHide = form.caseTypes.length === 1 && form.caseTypes[0] === 'tip'
  const isAnonymous = canHide && form.isAnonymous
  return (
    <section className="sheet">
      <h2>怎样联系您</h2>
      <p className="note">您的信息单独加密保存，不会出现在给对方的材料里；工作人员每次查看都要写明理由并留下记录。</p>
      {canHide && (
        <label className="check">
          <input
            id={fieldId('isAnonymous')}
            type="checkbox"
            checked={form.isAnonymous}
            onChange={(event) => onChange({ isAnonymous: event.target.checked, phone: '' })}
          />
          <span>匿名举报（不留姓名，部门没有告知结果的义务，您仍可凭查询码查看进度）</span>
        </label>
      )}
      {!isAnonymous && (
        <TextField
          id={fieldId('name')}
          label="姓名"
          maxLength={50}
          autoComplete="name"
          value={form.name}
          error={errors.name}
          onValue={(name) => onChange({ name })}
        />
      )}
      <TextField
        id={fieldId('phone')}
        label={isAnonymous ? '查询密码' : '手机号'}
        hint={isAnonymous ? '自己设定 4 位数字，与查询码一起用于查询进度；不必填手机号' : '用于联系您；后四位用于查询进度'}
        type="tel"
        inputMode="numeric"
        maxLength={isAnonymous ? 4 : 11}
        autoComplete={isAnonymous ? 'off' : 'tel-national'}
        value={form.phone}
        error={errors.phone}
        onValue={(phone) => onChange({ phone })}
      />
    </section>
  )
}
