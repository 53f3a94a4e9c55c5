import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { messageTemplatesQuery } from '../api/messages.ts'
import { versionsQuery } from '../api/versions.ts'
import { readTemplateBody, type MessageTemplate } from '../model/message-template.ts'
import { comingOf, periodWord } from '../model/version.ts'
import { adminPaths } from '../paths.ts'
import '../styles/admin.css'
import { PublishTemplateDialog } from '../ui/publish-template-dialog.tsx'
import { TemplateFacts } from '../ui/template-facts.tsx'
import { VersionHistory } from '../ui/version-history.tsx'

const all = <Link to={adminPaths.messageTemplates()}>全部消息模板</Link>

export default function MessageTemplatePage() {
  const { key = '' } = useParams()
  const templates = useQuery(messageTemplatesQuery)
  const template = templates.data?.find((one) => one.key === key)
  const [isPublishing, setPublishing] = useState(false)
  return (
    <Page
      title={template?.label ?? '消息模板'}
      isTyped
      subtitle={all}
      actions={
        template && (
          <Button type="primary" onClick={() => setPublishing(true)}>
            发布新版本
          </Button>
        )
      }
    >
      <AsyncView query={templates}>
        {() =>
          template ? (
            <TemplateVersions template={template} />
          ) : (
            <StateMessage title="没有找到" text="没有这个消息模板，可能是链接有误。" action={all} />
          )
        }
      </AsyncView>
      {isPublishing && template && <PublishTemplateDialog template={template} onClose={() => setPublishing(false)} />}
    </Page>
  )
}

function TemplateVersions({ template }: { template: MessageTemplate }) {
  const versions = useQuery(versionsQuery('message', template.key))
  const coming = comingOf(versions.data ?? [], todayInShanghai())
  return (
    <>
      {coming && (
        <Alert
          className="year-facts"
          type="info"
          showIcon
          title={`第 ${coming.version} 版待生效：${periodWord(coming)}`}
          description={readTemplateBody(coming.body).text}
        />
      )}
      <TemplateFacts template={template} />
      <h2 className="section-title">历次版本</h2>
      <AsyncView query={versions}>
        {(rows) => (
          <VersionHistory
            versions={rows}
            describe={({ body }) => {
              const { subject, text } = readTemplateBody(body)
              return `${text}（邮件主题：${subject}）`
            }}
          />
        )}
      </AsyncView>
    </>
  )
}
