import { useQuery } from '@tanstack/react-query'
import { lawsOfQuery } from '@/entities/catalog-item/api/list-laws.ts'
import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import { shownVersion, standsSince, versionBefore, versionOn, type ItemVersion } from '@/entities/catalog-item/model/item-version.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import '../../styles/item.css'
import { ItemElements } from './item-elements.tsx'
import { ItemNotes } from './item-notes.tsx'
import { ItemPlain } from './item-plain.tsx'
import { ItemVersions } from './item-versions.tsx'
import { VersionDiff } from './version-diff.tsx'

interface ItemReadingProps {
  item: CatalogItem
  versions: readonly ItemVersion[]
  /** Empty: as it stands today. */
  day: string
  onDay: (day: string) => void
  /** Where another item of the same site is read. */
  pathOf: (code: string) => string
}

/** An item as anybody reads it, on either site: in plain words, its ten elements, its versions and what changed. */
export function ItemReading({ item, versions, day, onDay, pathOf }: ItemReadingProps) {
  const today = todayInShanghai()
  const shown = day ? versionOn(versions, day) : shownVersion(versions, today)
  const before = shown && versionBefore(versions, shown)
  const spoken = [shown, before].flatMap((one) => one?.body.bases.map(({ law_code }) => law_code) ?? [])
  const words = useItemWords(spoken)
  const laws = useQuery(lawsOfQuery(spoken)).data ?? []
  return (
    <div className="item-reading">
      <ItemNotes item={item} shown={shown} since={standsSince(versions, today)} day={day} onDay={onDay} pathOf={pathOf} />
      {shown ? (
        <>
          <ItemPlain body={shown.body} words={words} laws={laws} day={day || today} />
          <ItemElements code={item.code} body={shown.body} words={words} />
          {before && <VersionDiff before={before} after={shown} words={words} />}
        </>
      ) : (
        <p className="note note-warn" role="status">
          {day} 这一天目录中还没有这一项，最早的一版自 {[...versions].at(-1)?.effective_from ?? item.effective_from} 起生效。请改选之后的日期。
        </p>
      )}
      <ItemVersions versions={versions} shown={shown} day={day} onDay={onDay} today={today} />
    </div>
  )
}
