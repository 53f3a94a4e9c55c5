import type { UseQueryResult } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import type { MaskedReporter } from '../../model/case-parts.ts'
import { RevealDialog } from './reveal-dialog.tsx'

interface ReporterCardProps {
  caseId: string
  orgId: string
  query: UseQueryResult<MaskedReporter | null>
}

export function ReporterCard({ caseId, orgId, query }: ReporterCardProps) {
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  return (
    <Card size="small" title="投诉举报人">
      <AsyncView query={query} empty="案件已移交承办单位，本单位不再查看投诉举报人信息" isEmpty={(row) => row === null}>
        {(row) =>
          row?.is_anonymous ? (
            <span>匿名举报</span>
          ) : (
            <div className="reporter">
              <span>
                {row?.name_masked} {row?.phone_masked}
              </span>
              {orgId === session.org_id && (
                <Can permission="complaint.reveal">
                  <Button size="small" onClick={() => setOpen(true)}>
                    查看
                  </Button>
                </Can>
              )}
            </div>
          )
        }
      </AsyncView>
      {isOpen && <RevealDialog caseId={caseId} onClose={() => setOpen(false)} />}
    </Card>
  )
}
