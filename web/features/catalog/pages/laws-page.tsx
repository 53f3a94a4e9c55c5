import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { itemCodesQuery } from '@/entities/catalog-item/api/list-words.ts'
import { itemSets } from '@/entities/catalog-item/model/catalog-item.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag, FilterSelect } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import '@/entities/catalog-item/ui/item-state-tag.css'
import { catalogKeys } from '../api/keys.ts'
import { lawRows } from '../api/laws.ts'
import { lawSearch, type LawFilter, type LawRow } from '../model/law.ts'
import { mayKeepLaws } from '../model/may-keep-laws.ts'
import '../styles/work.css'
import { EndLawDialog } from '../ui/laws/end-law-dialog.tsx'
import { LawCard } from '../ui/laws/law-card.tsx'
import { lawColumnsOf } from '../ui/laws/law-columns.tsx'
import { LawDialog } from '../ui/laws/law-dialog.tsx'

const list = 'catalog-laws'
type Doing = { what: 'add' } | { what: 'amend' | 'end'; law: LawRow }

/** 设定依据: the laws, what ended of them, and how many items rest on each. */
export default function LawsPage() {
  const address = useListAddress(list, lawSearch)
  const { state, update } = address
  const session = useSession()
  const root = useQuery(siteQuery).data?.root_region
  const words = useItemWords()
  const codes = useQuery(itemCodesQuery).data ?? []
  const [doing, setDoing] = useState<Doing | null>(null)
  const today = todayInShanghai()
  const acts = mayKeepLaws(session, root)
    ? { onAmend: (law: LawRow) => setDoing({ what: 'amend', law }), onEnd: (law: LawRow) => setDoing({ what: 'end', law }) }
    : undefined
  const query = useQuery({
    queryKey: catalogKeys.laws(state),
    enabled: address.isDecided,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => lawRows(state).page(state, signal),
  })
  const set = (patch: Partial<LawFilter>) => update({ ...patch, page: 1 })
  const handleClose = () => setDoing(null)
  return (
    <ListPage
      list={list}
      title="法律法规"
      subtitle="监管事项的设定依据"
      actions={
        acts && (
          <Button type="primary" onClick={() => setDoing({ what: 'add' })}>
            登记法律法规
          </Button>
        )
      }
      search={lawSearch}
      address={address}
      names={{ kind: state.kind && words.code('lawKind', state.kind) }}
      filters={
        <FilterBar onReset={lawSearch.isNarrowed(state) ? () => update(lawSearch.cleared) : undefined}>
          <SearchBox value={state.q} placeholder="名称或文号" onSearch={(q) => set({ q })} />
          <FilterSelect
            label="效力级别"
            value={state.kind}
            options={codes.flatMap(({ set_key, code, label }) => (set_key === itemSets.lawKind ? [{ value: code, label }] : []))}
            onChange={(kind) => set({ kind })}
          />
          <FilterFlag label="已废止" value={state.repealed} onChange={(repealed) => set({ repealed })} />
        </FilterBar>
      }
      table={{
        label: '法律法规',
        query,
        columns: lawColumnsOf(words, today, acts),
        rowKey: (law) => law.code,
        card: (law) => <LawCard law={law} words={words} today={today} acts={acts} />,
        empty: lawSearch.isNarrowed(state) ? '没有符合条件的法律法规' : '还没有登记法律法规',
        readPage: lawRows(state).stretch,
      }}
    >
      {doing?.what === 'add' && <LawDialog onClose={handleClose} />}
      {doing?.what === 'amend' && <LawDialog law={doing.law} onClose={handleClose} />}
      {doing?.what === 'end' && <EndLawDialog law={doing.law} onClose={handleClose} />}
    </ListPage>
  )
}
