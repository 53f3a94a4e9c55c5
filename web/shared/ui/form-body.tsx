import { Alert, Button, Form } from 'antd'
import { createContext, useContext, type ReactNode } from 'react'
import type { CheckedForm } from '../form/use-checked-form.ts'

const FormContext = createContext<CheckedForm | null>(null)

export function useFormContext(): CheckedForm {
  const form = useContext(FormContext)
  if (!form) throw new Error('a field stands outside of a form')
  return form
}

interface FormBodyProps {
  checked: CheckedForm
  /** In place of what was refused, where the dialog can say more. */
  alert?: ReactNode
  intro?: ReactNode
  children: ReactNode
}

/** What was refused, then the fields. */
export function FormBody({ checked, alert, intro, children }: FormBodyProps) {
  const { form, name, initial, handleChange, handleFinish } = checked
  return (
    <FormContext value={checked}>
      {alert ?? <Refusal checked={checked} />}
      {intro && <div className="form-intro">{intro}</div>}
      {checked.isRestored && (
        <p className="form-restored" role="status">
          已恢复上次未提交的内容。
          <Button size="small" type="link" onClick={checked.restart}>
            不用了，重新填写
          </Button>
        </p>
      )}
      <Form
        form={form}
        name={name}
        layout="vertical"
        requiredMark={false}
        initialValues={initial}
        onValuesChange={handleChange}
        onFinish={(values: Record<string, unknown>) => void handleFinish(values)}
      >
        {children}
      </Form>
    </FormContext>
  )
}

function Refusal({ checked: { problem } }: { checked: CheckedForm }) {
  if (!problem) return <></>
  return problem.kind === 'conflict' ? (
    <Conflict title={problem.message} text="您填写的内容还在。请核对最新情况后再提交，或取消。" />
  ) : (
    <Alert className="dialog-alert" type="error" showIcon role="alert" title={problem.message} />
  )
}

/** Somebody else was faster: what they did, and that nothing typed is lost. */
export function Conflict({ title, text }: { title: string; text: ReactNode }) {
  return <Alert className="dialog-alert" type="warning" showIcon role="alert" title={title} description={text} />
}
