import { useQuery } from '@tanstack/react-query'
import { Button, Form, Select } from 'antd'
import { z } from 'zod'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSetAbsence } from '@/entities/work-item/api/absences.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { field } from '@/shared/form/fields.ts'
import { useCheckedForm } from '@/shared/form/use-checked-form.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { FormBody } from '@/shared/ui/form-body.tsx'
import { FormField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { colleaguesQuery } from '../api/list-colleagues.ts'

const schema = z
  .object({ startsOn: field.day('开始日期'), endsOn: field.day('结束日期'), deputyId: field.choice('代办人') })
  .refine(({ startsOn, endsOn }) => endsOn >= startsOn, { path: ['endsOn'], error: '结束日期不能早于开始日期' })

export function AbsenceForm() {
  const session = useSession()
  const colleagues = useQuery(colleaguesQuery(session.org_id, session.officer_id))
  const [form] = Form.useForm()
  const today = todayInShanghai()
  const from = (Form.useWatch('startsOn', form) as string | undefined) ?? today
  const set = useSetAbsence()
  const checked = useCheckedForm({
    form,
    schema,
    initial: { startsOn: today },
    draft: 'absence',
    onSubmit: async (values) => {
      await set.mutateAsync(values)
      checked.restart()
      showToast('success', '已登记外出，代办人在此期间可办理您的事项')
    },
  })
  return (
    <FormBody checked={checked}>
      <FormField name="startsOn" label="外出自">
        <DateInput min={today} />
      </FormField>
      <FormField name="endsOn" label="至（含当日）">
        <DateInput min={from} max={addDays(from, 365)} />
      </FormField>
      <FormField name="deputyId" hint="限本单位人员；代办人有办理权限，才能办理您承办的事项。">
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择代办人"
          loading={colleagues.isPending}
          status={colleagues.isError ? 'error' : ''}
          notFoundContent={colleagues.isError ? '人员加载失败，请刷新重试' : '本单位没有其他在岗人员'}
          options={colleagues.data?.map(({ id, name, title }) => ({ value: id, label: title ? `${name}（${title}）` : name })) ?? []}
        />
      </FormField>
      <Button type="primary" htmlType="submit" loading={checked.isPending}>
        登记外出
      </Button>
    </FormBody>
  )
}
