import { useQuery } from '@tanstack/react-query'
import { Button, Card } from 'antd'
import { useState } from 'react'
import { Can } from '@/entities/session/ui/can.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { reporterQuery } from '../../api/get-case-parts.ts'
import { RevealDialog } from './reveal-dialog.tsx'

export function ReporterCard({ caseId, filingId }: { caseId: string; filingId: string }) {
  const query = useQuery(reporterQuery(filingId))
  const [isOpen, setOpen] = useState(false)
  return (
    <Card size="small" title="投诉举报人">
      <AsyncView query={query} empty="您无权查看投诉举报人信息" isEmpty={(row) => row === null}>
        {(row) =>
          row?.is_anonymous ? (
            <span>匿名举报</span>
          ) : (
            <div className="reporter">
              <span>
                {row?.name_masked} {row?.phone_masked}
              </span>
              <Can permission="complaint.reveal">
                <Button size="small" onClick={() => setOpen(true)}>
                  查看
                </Button>
              </Can>
            </div>
          )
        }
      </AsyncView>
      {isOpen && <RevealDialog caseId={caseId} onClose={() => setOpen(false)} />}
    </Card>
  )
}
