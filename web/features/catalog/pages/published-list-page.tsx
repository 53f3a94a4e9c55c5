import { useQuery } from '@tanstack/react-query'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { publishedItemsQuery } from '../api/published-items.ts'
import { clearedPublished, conditionsOf, pageSize, publishedSearch } from '../model/published-filter.ts'
import '../styles/published.css'
import { OpenData } from '../ui/published/open-data.tsx'
import { PublishedFilters } from '../ui/published/published-filters.tsx'
import { PublishedPaging } from '../ui/published/published-paging.tsx'
import { PublishedRow } from '../ui/published/published-row.tsx'

/** 监管事项目录清单 for everybody: what may be checked at all, found by words or conditions. */
export default function PublishedListPage() {
  useDocumentTitle('监管事项目录清单')
  const { state, update } = useSearchState(publishedSearch)
  const query = useQuery(publishedItemsQuery(state))
  const isNarrowed = state.q !== '' || conditionsOf(state) > 0
  return (
    <div className="pub-wrap catalog">
      <header className="page-head">
        <h1>监管事项目录清单</h1>
        <p>行政机关可以监督检查哪些事、依据哪部法、由谁实施，都列在这里。没有列入的事项，不得实施检查。</p>
      </header>
      <PublishedFilters filter={state} onChange={(patch) => update({ ...patch, page: 1 })} />
      <section aria-label="查找结果" aria-busy={query.isFetching}>
        <PublicAsync query={query} lines={6}>
          {({ rows, count, page }) => (
            <>
              <p role="status" className="catalog-count">
                共 {count.toLocaleString('zh-CN')} 项{state.state === '' && '在用或已暂停的监管事项'}
              </p>
              {rows.length > 0 ? (
                <ol className="catalog-rows" start={(page - 1) * pageSize + 1}>
                  {rows.map((row) => (
                    <PublishedRow key={row.code} row={row} />
                  ))}
                </ol>
              ) : (
                <div className="note">
                  <p>
                    {isNarrowed
                      ? '没有符合条件的监管事项。可以换一个说法，减少条件，或在“状态”里选择已取消的事项。'
                      : '目录还没有公布。公布之后，这里会列出每一项。'}
                  </p>
                  {isNarrowed && (
                    <button type="button" className="btn btn-plain" onClick={() => update(clearedPublished)}>
                      清除条件
                    </button>
                  )}
                </div>
              )}
              <PublishedPaging page={page} pages={Math.max(1, Math.ceil(count / pageSize))} onPage={(next) => update({ page: next })} />
            </>
          )}
        </PublicAsync>
      </section>
      <OpenData />
    </div>
  )
}
