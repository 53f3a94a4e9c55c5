import { Alert } from 'antd'
import type { ActionForms, FieldControls } from '../model/field-controls.ts'
import { actionName, type WorkAction } from '../model/work-action.ts'
import { ActionField } from './action-field.tsx'

interface ActionFieldsProps {
  itemId: string
  action: WorkAction
  controls: FieldControls
  forms: ActionForms
}

/** The module's own form where the move names one, else a control for each field. */
export function ActionFields({ itemId, action, controls, forms }: ActionFieldsProps) {
  const Form = action.form ? forms[action.form] : undefined
  if (Form) return <Form itemId={itemId} />
  if (action.requires.some(({ type }) => type === 'rows'))
    return <Alert type="warning" showIcon title="这一步有专门的表单，请到该事项所属模块的页面办理。" />
  if (action.requires.length === 0) return <p>确认{actionName(action)}？操作将记入办理记录。</p>
  return (
    <>
      {action.requires.map((field) => (
        <ActionField key={field.field} field={field} itemId={itemId} action={action.action} controls={controls} />
      ))}
    </>
  )
}
