import { Alert, Checkbox } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useChooseMessages } from '../api/message-settings.ts'
import { choiceRows, withChoice, type MessageSettings } from '../model/message-settings.ts'

/** Each tick counts at once. */
export function MessageChoices({ settings }: { settings: MessageSettings }) {
  const choose = useChooseMessages()
  // What was ticked is seen at once, and goes back to what counts if it is refused.
  const chosen = choose.isPending ? choose.variables : settings.choices
  return (
    <>
      {choose.isError && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(choose.error).message} />}
      {choiceRows(settings).map(({ label, choices }) => (
        <fieldset key={label} className="message-choice">
          <legend>{label}</legend>
          {choices.map((one) => (
            <Checkbox
              key={one.value}
              checked={chosen.includes(one.value)}
              disabled={one.isOff || choose.isPending}
              onChange={({ target }) => choose.mutate(withChoice(chosen, one.value, target.checked))}
            >
              {one.label}
            </Checkbox>
          ))}
        </fieldset>
      ))}
      <p className="muted">
        邮件发往 {settings.email ?? '账号的邮箱'}
        {settings.phone === null ? '；短信须先绑定手机号' : `，短信发往 ${settings.phone}`}。提醒只写事项编号和期限，不写内容。
      </p>
    </>
  )
}
