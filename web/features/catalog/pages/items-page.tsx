import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { lawsOfQuery } from '@/entities/catalog-item/api/list-laws.ts'
import { itemCodesQuery, mainItemsQuery } from '@/entities/catalog-item/api/list-words.ts'
import { itemSets, itemStateLabels, type ItemSet } from '@/entities/catalog-item/model/catalog-item.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { LineSelect } from '@/entities/org/ui/line-select.tsx'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { Filter, FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag, FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { catalogKeys } from '../api/keys.ts'
import { codesOnLaw, itemRows } from '../api/list-items.ts'
import { itemSearch, type ItemFilter } from '../model/item-filter.ts'
import { catalogPaths } from '../paths.ts'
import '../styles/work.css'
import { ItemCard } from '../ui/items/item-card.tsx'
import { itemColumnsOf } from '../ui/items/item-columns.tsx'
import { MainTree } from '../ui/items/main-tree.tsx'

const list = 'catalog-items'

export default function ItemsPage() {
  const address = useListAddress(list, itemSearch)
  const { state, update } = address
  const isWide = useMediaQuery('(min-width: 992px)')
  const words = useItemWords()
  const codes = useQuery(itemCodesQuery).data ?? []
  const mains = useQuery(mainItemsQuery).data ?? []
  const law = useQuery(lawsOfQuery(state.law ? [state.law] : [])).data?.[0]
  const reader = async () => itemRows(state, state.law ? await codesOnLaw(state.law) : undefined)
  const query = useQuery({
    queryKey: catalogKeys.items(state),
    enabled: address.isDecided,
    placeholderData: keepPreviousData,
    queryFn: async ({ signal }) => (await reader()).page(state, signal),
  })
  const set = (patch: Partial<ItemFilter>) => update({ ...patch, page: 1 })
  const ofSet = (which: ItemSet) => codes.flatMap(({ set_key, code, label }) => (set_key === itemSets[which] ? [{ value: code, label }] : []))
  return (
    <ListPage
      list={list}
      title="监管事项目录"
      subtitle="未列入或没有生效的事项不得检查"
      search={itemSearch}
      address={address}
      names={{
        main: state.main && words.main(state.main),
        object: state.object && words.code('object', state.object),
        method: state.method && words.code('method', state.method),
        level: state.level && words.code('level', state.level),
        law: law && `《${law.title}》`,
      }}
      aside={isWide && <MainTree line={state.line} main={state.main} onPick={set} />}
      filters={
        <FilterBar onReset={itemSearch.isNarrowed(state) ? () => update(itemSearch.cleared) : undefined}>
          <SearchBox value={state.q} placeholder="事项名称、主项、监管对象或编码" onSearch={(q) => set({ q })} />
          {!isWide && (
            <>
              <Filter label="监管部门">
                <LineSelect value={state.line} onChange={(next) => set({ line: next, main: undefined })} />
              </Filter>
              <FilterSelect
                label="监管主项"
                value={state.main}
                options={mains.flatMap(({ code, name, line_code }) =>
                  !state.line || line_code === state.line ? [{ value: code, label: name }] : [],
                )}
                onChange={(main) => set({ main })}
              />
            </>
          )}
          <FilterSelect label="监管对象" value={state.object} options={ofSet('object')} onChange={(object) => set({ object })} />
          <FilterSelect label="监管方式" value={state.method} options={ofSet('method')} onChange={(method) => set({ method })} />
          <FilterSelect label="监管层级" value={state.level} options={ofSet('level')} onChange={(level) => set({ level })} />
          <FilterSelect label="状态" value={state.state} options={optionsOf(itemStateLabels)} onChange={(next) => set({ state: next })} />
          <FilterFlag label="依据已废止" title="设定依据里有已经废止的法律法规" value={state.lapsing} onChange={(lapsing) => set({ lapsing })} />
          {state.law && (
            // The page of laws led here; there is nothing to choose from.
            <FilterSelect
              label="设定依据"
              value={state.law}
              options={[{ value: state.law, label: law?.title ?? state.law }]}
              onChange={(next) => set({ law: next })}
            />
          )}
        </FilterBar>
      }
      pathOf={(row) => catalogPaths.item(row.code)}
      table={{
        label: '监管事项目录',
        query,
        columns: itemColumnsOf(words),
        rowKey: (row) => row.code,
        card: (row) => <ItemCard row={row} />,
        empty: itemSearch.isNarrowed(state) ? '没有符合条件的监管事项' : '目录里还没有监管事项',
        readPage: async (offset, limit) => (await reader()).stretch(offset, limit),
      }}
    />
  )
}
