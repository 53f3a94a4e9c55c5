import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { messageTemplatesQuery } from '../api/messages.ts'
import { channelsWord, countWord, withSamples } from '../model/message-template.ts'
import { adminPaths } from '../paths.ts'
import '../styles/admin.css'

export default function MessageTemplatesPage() {
  const templates = useQuery(messageTemplatesQuery)
  return (
    <Page title="消息模板" subtitle="短信和邮件怎样写；字数按示例计算，70 字以内为一条短信，更长的每 67 字一条">
      <AsyncView query={templates} isEmpty={(rows) => rows.length === 0} empty="还没有消息模板">
        {(rows) => (
          <ol className="versions" aria-label="消息模板">
            {rows.map((one) => {
              const shown = withSamples(one.words, one)
              return (
                <li key={one.key}>
                  <p className="version-head">
                    <Link to={adminPaths.messageTemplate(one.key)}>
                      <strong>{one.label}</strong>
                    </Link>
                    <span>{channelsWord(one)}</span>
                    <span>{countWord(shown, one)}</span>
                    <span className="muted">{one.is_urgent ? '随时发出' : '免打扰时段内暂存'}</span>
                  </p>
                  <p className="version-body message-words">{shown}</p>
                </li>
              )
            })}
          </ol>
        )}
      </AsyncView>
    </Page>
  )
}
