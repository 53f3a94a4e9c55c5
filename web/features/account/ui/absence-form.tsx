import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Form, Select } from 'antd'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSetAbsence } from '@/entities/work-item/api/absences.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { colleaguesQuery } from '../api/list-colleagues.ts'

interface AbsenceFields {
  startsOn: string
  endsOn: string
  deputyId: string
}

export function AbsenceForm() {
  const session = useSession()
  const colleagues = useQuery(colleaguesQuery(session.org_id, session.officer_id))
  const [form] = Form.useForm<AbsenceFields>()
  const startsOn = Form.useWatch('startsOn', form)
  const set = useSetAbsence()
  const today = todayInShanghai()
  const problem = set.error ? toAppError(set.error) : null
  const handleFinish = (values: AbsenceFields) =>
    set.mutate(values, {
      onSuccess: () => {
        form.resetFields()
        showToast('success', '已登记外出，代办人在此期间可办理您的事项')
      },
      onError: (error) => {
        const { field, message } = toAppError(error)
        if (field === 'startsOn' || field === 'endsOn' || field === 'deputyId') form.setFields([{ name: field, errors: [message] }])
      },
    })
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ startsOn: today }}
      onFinish={handleFinish}
      scrollToFirstError={{ focus: true }}
    >
      {problem && !problem.field && <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />}
      <Form.Item name="startsOn" label="外出自" rules={[{ required: true, message: '请选择开始日期' }]}>
        <DateInput min={today} />
      </Form.Item>
      <Form.Item
        name="endsOn"
        label="至（含当日）"
        dependencies={['startsOn']}
        rules={[
          { required: true, message: '请选择结束日期' },
          ({ getFieldValue }) => ({
            validator: (_rule, value?: string) =>
              value && value < (getFieldValue('startsOn') as string) ? Promise.reject(new Error('结束日期不能早于开始日期')) : Promise.resolve(),
          }),
        ]}
      >
        <DateInput min={startsOn ?? today} max={addDays(startsOn ?? today, 365)} />
      </Form.Item>
      <Form.Item
        name="deputyId"
        label="代办人"
        rules={[{ required: true, message: '请选择代办人' }]}
        extra="限本单位人员；代办人有办理权限，才能办理您承办的事项。"
      >
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          placeholder="请选择代办人"
          loading={colleagues.isPending}
          status={colleagues.isError ? 'error' : ''}
          notFoundContent={colleagues.isError ? '人员加载失败，请刷新重试' : '本单位没有其他在岗人员'}
          options={colleagues.data?.map(({ id, name, title }) => ({ value: id, label: title ? `${name}（${title}）` : name })) ?? []}
        />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={set.isPending}>
        登记外出
      </Button>
    </Form>
  )
}
