import { SafetyCertificateOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useCheckSeals } from '../api/check-seals.ts'
import type { AuditFilter } from '../model/audit-filter.ts'
import { sealCheckText } from '../model/seal-check.ts'

interface SealCheckProps {
  filter: Pick<AuditFilter, 'from' | 'to'>
}

/** Checks the log of the chosen days against its seals. Answers below the button, and stays until asked again. */
export function SealCheck({ filter }: SealCheckProps) {
  const { data, error, isPending, mutate } = useCheckSeals()
  return (
    <div className="seal-check">
      <Button icon={<SafetyCertificateOutlined />} loading={isPending} onClick={() => mutate(filter)}>
        核对封存
      </Button>
      <div role="status">
        {data && <Alert type={data.broken.length > 0 ? 'error' : 'success'} showIcon title={sealCheckText(data)} />}
        {error && <Alert type="error" showIcon title={toAppError(error).message} />}
      </div>
    </div>
  )
}
