import { useQuery } from '@tanstack/react-query'
import { useMemo, type CSSProperties } from 'react'
import { Link } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { inboxQuery } from '@/entities/work-item/api/list-inbox.ts'
import { inboxSearch } from '@/entities/work-item/model/inbox-filter.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { RowTable } from '@/shared/ui/row-table.tsx'
import { ListTrailContext } from '@/widgets/work-list/ui/list-trail.ts'
import { WorkCard } from '@/widgets/work-list/ui/work-card.tsx'
import '@/widgets/work-list/work-list.css'
import { inboxPaths } from '../paths.ts'
import '../styles/landing.css'
import { inboxColumnsOf, inboxFace } from './inbox-columns.tsx'

const shown = 10
const titles = { approval: '待我审批', mine: '本人待办', org: '本单位待办', supervised: '督办中' }
const emptyTexts = { approval: '没有待您审批的事项', mine: '没有由您承办的事项', org: '本单位没有待办事项', supervised: '没有督办中的事项' }
export type NextBox = keyof typeof titles

interface NextItemsProps {
  /** Unknown while it hangs on numbers that are on their way: nothing is read before. */
  box: NextBox | undefined
  /** How many there are, where it is known: for so many room is kept. */
  expected?: number | undefined
}

/** The ten that are due first, as they stand in the inbox. */
export function NextItems({ box, expected = 5 }: NextItemsProps) {
  const { org_id: orgId } = useSession()
  const query = useQuery({ ...inboxQuery({ ...inboxSearch.defaults, box: box ?? 'org', size: shown }, orgId), enabled: box !== undefined })
  const title = box ? titles[box] : '待办'
  const count = query.data?.count ?? 0
  return (
    <section aria-label={title}>
      <div className="landing-head">
        <h2>{title}（到期在先）</h2>
        {box && count > 0 && <Link to={inboxPaths.inbox({ box })}>查看全部 {count.toLocaleString('zh-CN')} 件</Link>}
      </div>
      <div className="next-rows" style={{ '--rows': query.data ? query.data.rows.length : Math.min(expected, shown) } as CSSProperties}>
        <AsyncView query={query} wait={null} isEmpty={({ rows }) => rows.length === 0} empty={emptyTexts[box ?? 'org']}>
          {({ rows }) => <Rows rows={rows} box={box ?? 'org'} />}
        </AsyncView>
      </div>
    </section>
  )
}

/** All of one's own stand with the own body. */
const columnsOf = (box: NextBox) =>
  inboxColumnsOf(box).filter(({ isExportOnly, key }) => isExportOnly !== true && (key !== 'org' || box === 'supervised'))

function Rows({ rows, box }: { rows: readonly InboxItem[]; box: NextBox }) {
  const isNarrow = useMediaQuery('(max-width: 639px)')
  const trail = useMemo(
    () => ({ title: '工作台', path: '/work', items: rows.map((row) => ({ path: inboxFace.path(row), title: row.title })) }),
    [rows],
  )
  return (
    <ListTrailContext value={trail}>
      {isNarrow ? (
        <ul className="cards" aria-label={titles[box]}>
          {rows.map((row) => (
            <li key={row.id}>
              <WorkCard row={row} face={inboxFace} facts={[row.region_name, box === 'supervised' && row.org_name]} />
            </li>
          ))}
        </ul>
      ) : (
        <RowTable rows={rows} columns={columnsOf(box)} rowKey={(row) => row.id} isBusy={false} empty={emptyTexts[box]} />
      )}
    </ListTrailContext>
  )
}
