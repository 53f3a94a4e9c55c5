import { useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { Alert, Button, Segmented } from 'antd'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { messageFiguresQuery, sentMessagesQuery } from '../api/messages.ts'
import { messageSearch, messageStandingLabels, messageStandings } from '../model/sent-message.ts'
import '../styles/admin.css'
import { MessageDays } from '../ui/message-days.tsx'
import { SentMessages } from '../ui/sent-messages.tsx'

const options = [{ value: '' as const, label: '全部' }, ...messageStandings.map((value) => ({ value, label: messageStandingLabels[value] }))]

export default function MessagesPage() {
  const { state, update } = useSearchState(messageSearch)
  const figures = useQuery(messageFiguresQuery)
  const messages = useInfiniteQuery(sentMessagesQuery(state))
  const rows = messages.data?.pages.flat() ?? []
  return (
    <Page title="消息" subtitle="近 90 天发往系统之外的短信和邮件；这里不显示内容和验证码，地址只显示一部分">
      <AsyncView query={figures}>{(days) => <MessageDays days={days} onChoose={update} />}</AsyncView>
      <h2 className="section-title">发送记录</h2>
      <div className="above message-filter">
        <Segmented aria-label="状态" options={options} value={state.standing} onChange={(standing) => update({ standing })} />
        {state.day && <Button onClick={() => update({ day: '' })}>{state.day} ×　显示全部日期</Button>}
      </div>
      <AsyncView query={messages} isEmpty={() => rows.length === 0} empty={state.standing || state.day ? '没有符合条件的消息' : '还没有发过消息'}>
        {() => (
          <>
            {rows.some((one) => one.standing === 'failed') && (
              <Alert className="dialog-alert" type="warning" showIcon title="未送达的由系统自动重试；多次不成的，请按原因处理后点“重发”。" />
            )}
            <SentMessages rows={rows} />
            {messages.hasNextPage && (
              <p className="load-more">
                <Button loading={messages.isFetchingNextPage} onClick={() => void messages.fetchNextPage()}>
                  更早的消息
                </Button>
              </p>
            )}
          </>
        )}
      </AsyncView>
    </Page>
  )
}
