import { Button, Descriptions } from 'antd'
import { useNavigate } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { formatDate, formatDateTime } from '@/shared/format/date.ts'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import type { Change } from '../model/change.ts'
import { catalogPaths } from '../paths.ts'
import { useChangeWords } from './use-change-words.ts'

/** Who asks for what and why; the body that asked may put it right when it came back. */
export function ChangeFacts({ one }: { one: Change }) {
  const words = useChangeWords()
  const { org_id: own, permissions } = useSession()
  const navigate = useNavigate()
  const mayMend = one.state === 'mending' && one.org_id === own && one.owner_org_id === own && permissions.includes('catalog.propose')
  return (
    <ItemSection
      title="申请内容"
      extra={
        mayMend && (
          <Button type="primary" onClick={() => void navigate(catalogPaths.mendChange(one.id))}>
            修改申请
          </Button>
        )
      }
    >
      <Descriptions
        bordered
        size="small"
        column={{ xs: 1, md: 2 }}
        items={[
          { key: 'type', label: '类型', children: words.type(one.change_type) },
          { key: 'reason', label: '事由', children: words.reason(one.reason) },
          { key: 'owner', label: '申请单位', children: one.owner_org_name },
          { key: 'at', label: '申请时间', children: formatDateTime(one.created_at) },
          { key: 'from', label: '期望生效日期', children: one.effective_from === null ? '发布时确定' : formatDate(one.effective_from) },
          { key: 'count', label: '涉及事项', children: `${one.part_count} 项` },
        ]}
      />
      <h3 className="part-title">理由和依据</h3>
      <p className="long-text">{one.ground}</p>
    </ItemSection>
  )
}
