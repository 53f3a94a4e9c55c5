import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { Link, useLocation } from 'react-router'
import { placeOnTrail, type TrailPlace } from '@/entities/work-item/model/trail.ts'
import { useModules } from '@/shared/module/module-context.ts'

interface ItemTrailProps {
  list: { title: string; path: string }
  no: string
}

/** Where one is; and, for whoever came from a list, what stands before and after on it. */
export function ItemTrail({ list, no }: ItemTrailProps) {
  const place = placeOnTrail(useLocation().state)
  const from = place?.list ?? list
  const [address] = from.path.split('?')
  const group = useModules()
    .flatMap(({ nav }) => nav)
    .find(({ path }) => path === address)?.group
  return (
    <div className="item-trail">
      <nav aria-label="所在位置">
        <ol>
          {group && <li>{group}</li>}
          <li>
            <Link to={from.path}>{from.title}</Link>
          </li>
          <li aria-current="page">{no}</li>
        </ol>
      </nav>
      {place && place.count > 1 && (
        <nav className="item-neighbors" aria-label="同一列表中的前后件">
          <NeighborLink to={place.previous} name="上一件">
            <LeftOutlined aria-hidden="true" />
            上一件
          </NeighborLink>
          <span className="muted">
            {place.at}/{place.count}
          </span>
          <NeighborLink to={place.next} name="下一件">
            下一件
            <RightOutlined aria-hidden="true" />
          </NeighborLink>
        </nav>
      )}
    </div>
  )
}

function NeighborLink({ to, name, children }: { to: TrailPlace['next']; name: string; children: ReactNode }) {
  return to ? (
    <Link to={to.path} state={to.state} title={to.title} aria-label={`${name}：${to.title}`}>
      {children}
    </Link>
  ) : (
    <span className="is-end">{children}</span>
  )
}
