import { channelsWord, countWord, withSamples, type MessageTemplate } from '../model/message-template.ts'

/** The words of today, as written and as they arrive, and what may be named in them. */
export function TemplateFacts({ template }: { template: MessageTemplate }) {
  const shown = withSamples(template.words, template)
  return (
    <dl className="change-facts">
      <dt>正文</dt>
      <dd className="message-words">{template.words}</dd>
      <dt>示例</dt>
      <dd className="message-words">
        {shown} <span className="muted">（{countWord(shown, template)}）</span>
      </dd>
      <dt>发送渠道</dt>
      <dd>{channelsWord(template)}</dd>
      <dt>邮件主题</dt>
      <dd>{template.subject}</dd>
      <dt>何时发出</dt>
      <dd>{template.is_urgent ? '随时' : '免打扰时段内暂存，结束后发出（时段见站点参数）'}</dd>
      <dt>可用字段</dt>
      <dd>
        <TemplateFields template={template} />
      </dd>
    </dl>
  )
}

export function TemplateFields({ template }: { template: MessageTemplate }) {
  return (
    <ul className="role-list">
      {template.fields.map(({ name, label, is_needed }) => (
        <li key={name}>
          <span>
            <code>{`{${name}}`}</code> {label}
            {is_needed && <strong>（必须写明）</strong>}
          </span>
        </li>
      ))}
    </ul>
  )
}
