import { useQuery } from '@tanstack/react-query'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { messageSettingsQuery } from '../api/message-settings.ts'
import '../styles/security.css'
import { MessageChoices } from '../ui/message-choices.tsx'
import { PhonePanel } from '../ui/phone-panel.tsx'

export default function MessagesPage() {
  const settings = useQuery(messageSettingsQuery)
  return (
    <Page title="消息提醒" subtitle="系统内的消息照常；这里选择哪些另外发邮件或短信，夜间的等到早上再发">
      <AsyncView query={settings}>
        {(data) => (
          <div className="form-pair">
            <Panel title="提醒什么、怎样提醒" className="form-card">
              <MessageChoices settings={data} />
            </Panel>
            <div className="form-pair-side">
              <PhonePanel settings={data} />
            </div>
          </div>
        )}
      </AsyncView>
    </Page>
  )
}
