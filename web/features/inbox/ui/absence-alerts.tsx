import { Alert } from 'antd'
import { Link } from 'react-router'
import type { AbsencesNow } from '@/entities/work-item/model/absence.ts'
import { accountPaths } from '@/features/account/paths.ts'

export function AbsenceAlerts({ deputised, own }: AbsencesNow) {
  return (
    <>
      {deputised.length > 0 && (
        <Alert
          className="dialog-alert"
          type="info"
          showIcon
          title={`您正代办${deputised.map((one) => `${one.officer?.name ?? '同事'}（至 ${one.ends_on}）`).join('、')}的事项，已列入“本人”。`}
        />
      )}
      {own && (
        <Alert
          className="dialog-alert"
          type="warning"
          showIcon
          title={`您已登记外出，至 ${own.ends_on} 由${own.deputy?.name ?? '代办人'}代办。`}
          action={<Link to={accountPaths.absence()}>已返岗，去结束</Link>}
        />
      )}
    </>
  )
}
