import { useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { signInsQuery, useEndSignIns, type SignIn } from '@/entities/session/api/sign-ins.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { browserName } from '../model/browser-name.ts'

export function SignInsPanel() {
  const query = useQuery(signInsQuery)
  const end = useEndSignIns()
  const others = query.data?.filter((one) => !one.is_current) ?? []
  const finish = (ids: string[]) => end.mutate(ids, { onSuccess: () => showToast('success', ids.length > 1 ? '其他登录已全部退出' : '已退出该登录') })
  return (
    <Panel
      title="登录会话"
      extra={
        others.length > 1 && (
          <Popconfirm title={`退出其他 ${others.length} 处登录？`} okText="全部退出" onConfirm={() => finish(others.map((one) => one.id))}>
            <Button size="small">退出其他全部</Button>
          </Popconfirm>
        )
      }
    >
      <AsyncView query={query}>
        {(rows) => (
          <ul className="absences">
            {rows.map((row) => (
              <li key={row.id}>
                <Where one={row} />
                {!row.is_current && (
                  <Popconfirm
                    title="退出这处登录？"
                    description="那里立即不能再办理，未提交的草稿留在那台设备上。"
                    okText="退出"
                    onConfirm={() => finish([row.id])}
                  >
                    <Button size="small" loading={end.isPending && end.variables.includes(row.id)}>
                      退出
                    </Button>
                  </Popconfirm>
                )}
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
      <p className="muted">发现不是您本人的登录：先退出它，再修改密码。</p>
    </Panel>
  )
}

function Where({ one }: { one: SignIn }) {
  return (
    <span>
      <strong>
        {browserName(one.user_agent)}
        {one.is_current && '（本机）'}
      </strong>
      <span className="muted">
        {[one.address, `${formatDateTime(one.signed_in_at)} 登录`, one.has_second_factor ? '已二次验证' : '仅密码'].filter(Boolean).join(' · ')}
      </span>
    </span>
  )
}
