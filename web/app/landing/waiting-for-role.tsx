import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { sessionQuery } from '@/entities/session/api/get-session.ts'
import { myGrantorsQuery } from '@/entities/session/api/my-grantors.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'

/** An account gives nothing by itself: here it says what is missing, and who gives it. */
export function WaitingForRole() {
  const session = useSession()
  const grantors = useQuery(myGrantorsQuery)
  // Given a role meanwhile, the page becomes what it is for that role.
  const again = useQuery({ ...sessionQuery(session.officer_id), refetchInterval: 15_000 })
  return (
    <StateMessage
      title="账号已开通，等待安全管理员授予角色"
      text={`您是${session.org_name}的工作人员，还没有角色，暂时不能办理业务。安全管理员已收到通知，授予后本页自动更新。`}
      action={
        <>
          <AsyncView query={grantors} wait={null} empty="请联系本单位管理员。" isEmpty={(rows) => rows.length === 0}>
            {(rows) => (
              <>
                <span>如需催办，请联系：</span>
                <ul className="grantors" aria-label="安全管理员">
                  {rows.map((row) => (
                    <li key={`${row.name} ${row.org_name}`}>
                      <strong>{row.name}</strong> {row.org_name}
                      {row.title && `，${row.title}`}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </AsyncView>
          <Button loading={again.isFetching} onClick={() => void again.refetch()}>
            重新查看
          </Button>
        </>
      }
    />
  )
}
