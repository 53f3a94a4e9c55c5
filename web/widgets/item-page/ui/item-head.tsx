import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { FollowButton } from '@/entities/work-item/ui/follow-button.tsx'
import { LightBadge } from '@/entities/work-item/ui/light-badge.tsx'
import { todayInShanghai } from '@/shared/format/date.ts'

/** What it is, how it stands, who has it. */
export function ItemHead({ item }: { item: InboxItem }) {
  return (
    <header className="item-head">
      <div>
        <h1 className="typed-title">{item.title}</h1>
        <p className="item-sub">
          <span>
            {item.kind_label} {item.no}
          </span>
          <strong className="state-chip">{item.state_label}</strong>
          <LightBadge light={item.light} isOpen={item.is_open} />
          {item.is_supervised && <span className="mark">督办</span>}
          {item.urge_count > 0 && <span className="mark mark-urge">催办 {item.urge_count} 次</span>}
          <span>承办单位：{item.org_name}</span>
          {(item.is_open || item.handler_name) && <span>承办人：{item.handler_name ?? '未指派'}</span>}
          <span className="item-printed" aria-hidden="true">
            打印于 {todayInShanghai()}
          </span>
        </p>
      </div>
      <div className="item-tools">
        <FollowButton itemId={item.id} isFollowed={item.is_followed} />
        <Button icon={<PrinterOutlined />} onClick={() => window.print()}>
          打印
        </Button>
      </div>
    </header>
  )
}
