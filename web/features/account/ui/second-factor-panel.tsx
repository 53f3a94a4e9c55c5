import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { securityQuery, useNewRecoveryCodes } from '@/entities/session/api/second-factor.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { DropFactorDialog } from './drop-factor-dialog.tsx'
import { EnrolDialog } from './enrol-dialog.tsx'
import { RecoveryCodesDialog } from './recovery-codes.tsx'

const fewCodes = 3

export function SecondFactorPanel() {
  const session = useSession()
  const query = useQuery(securityQuery)
  const renew = useNewRecoveryCodes()
  const [opened, setOpened] = useState<'enrol' | 'drop' | null>(null)
  return (
    <Panel title="二次验证" className="form-card">
      <AsyncView query={query}>
        {({ second_factor_since: since, recovery_codes_left: left }) =>
          since === null ? (
            <>
              {session.withheld.length > 0 && (
                <Alert
                  className="dialog-alert"
                  type="warning"
                  showIcon
                  title="您的角色中有须二次验证才能办理的事（管理账号、角色、参数、审计日志，或查看投诉举报人身份），请先开启。"
                />
              )}
              <p>开启后，登录时在密码之外再输入手机验证器上的 6 位动态码；只有密码的人进不来。</p>
              <p className="security-acts">
                <Button type="primary" onClick={() => setOpened('enrol')}>
                  开启二次验证
                </Button>
              </p>
            </>
          ) : (
            <>
              <dl className="facts">
                <dt>状态</dt>
                <dd>已开启（{formatDateTime(since)}）</dd>
                <dt>恢复码</dt>
                <dd>还有 {left} 个未用</dd>
              </dl>
              {left < fewCodes && (
                <Alert className="dialog-alert" type="warning" showIcon title="恢复码快用完了。手机丢失时要靠它登录，请重新生成并妥善保存。" />
              )}
              <p className="security-acts">
                <Button loading={renew.isPending} onClick={() => renew.mutate()}>
                  重新生成恢复码
                </Button>
                <Button onClick={() => setOpened('drop')}>更换手机或停用</Button>
              </p>
            </>
          )
        }
      </AsyncView>
      {opened === 'enrol' && <EnrolDialog onClose={() => setOpened(null)} />}
      {opened === 'drop' && <DropFactorDialog onClose={() => setOpened(null)} />}
      {renew.data && <RecoveryCodesDialog codes={renew.data} onClose={() => renew.reset()} />}
    </Panel>
  )
}
