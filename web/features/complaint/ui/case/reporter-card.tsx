import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { reporterQuery } from '../../api/get-case-parts.ts'
import { RevealDialog } from './reveal-dialog.tsx'

interface ReporterCardProps {
  caseId: string
  filingId: string
  orgId: string
}

export function ReporterCard({ caseId, filingId, orgId }: ReporterCardProps) {
  const query = useQuery(reporterQuery(filingId))
  const session = useSession()
  const [isOpen, setOpen] = useState(false)
  return (
    <ItemSection title="投诉举报人">
      <AsyncView query={query} empty="案件已移交承办单位，本单位不再查看投诉举报人信息和附件" isEmpty={(row) => row === null}>
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
    </ItemSection>
  )
}
