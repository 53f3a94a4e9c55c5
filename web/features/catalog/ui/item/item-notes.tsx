import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { itemNamesQuery } from '@/entities/catalog-item/api/get-item.ts'
import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import { versionPeriod, type ItemVersion } from '@/entities/catalog-item/model/item-version.ts'

interface ItemNotesProps {
  item: CatalogItem
  shown: ItemVersion | undefined
  /** Since when it stands as it does. */
  since: string | undefined
  day: string
  onDay: (day: string) => void
  pathOf: (code: string) => string
}

/** What has to be known before anything is read: whether it counts, and of which day it is. */
export function ItemNotes({ item, shown, since, day, onDay, pathOf }: ItemNotesProps) {
  return (
    <>
      {day && (
        <div className="note item-day" role="status">
          <p>
            {shown ? (
              <>
                以下是 <strong>{day}</strong> 当日的内容：第 {shown.version} 版，{versionPeriod(shown)}有效。
              </>
            ) : (
              <>您选择了 {day}。</>
            )}
          </p>
          <button type="button" className="btn btn-plain no-print" onClick={() => onDay('')}>
            看现在的内容
          </button>
        </div>
      )}
      {item.state === 'repealed' && (
        <div className="note note-error">
          <p>
            <strong>这一项已取消</strong>（{since ?? item.effective_from} 起），不得再据此实施检查。
          </p>
          <Successors codes={item.successor_codes} pathOf={pathOf} />
        </div>
      )}
      {item.state === 'suspended' && (
        <p className="note note-warn">
          <strong>这一项已暂停</strong>（{since ?? item.effective_from} 起），恢复之前不实施检查。
        </p>
      )}
      {item.state === 'coming' && (
        <p className="note note-warn">
          <strong>这一项还没有生效</strong>，自 {item.effective_from} 起才可以据此实施检查。
        </p>
      )}
      {item.is_lapsing && <p className="note note-warn">设定依据里有已经废止的法律法规，见下面的“依据”；目录正在核对。</p>}
    </>
  )
}

function Successors({ codes, pathOf }: { codes: readonly string[]; pathOf: (code: string) => string }) {
  const names = useQuery(itemNamesQuery(codes))
  if (codes.length === 0) return <p>没有替代它的事项。</p>
  return (
    <p className="item-successors">
      由以下事项替代：
      {codes.map((code) => (
        <Link key={code} to={pathOf(code)}>
          {names.data?.find((one) => one.code === code)?.name ?? code}
        </Link>
      ))}
    </p>
  )
}
