import { useQuery } from '@tanstack/react-query'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { codeSetsQuery } from '../api/codes.ts'
import { clearedCodesFilter, codesSearch } from '../model/codes-filter.ts'
import '../styles/admin.css'
import { CodeSets } from '../ui/code-sets.tsx'
import { CodeSetView } from '../ui/code-set-view.tsx'

export default function CodesPage() {
  const { state, update } = useSearchState(codesSearch)
  const sets = useQuery(codeSetsQuery)
  return (
    <Page title="编码字典" subtitle="各类选项的名称和有效期；停用的编码不再可选，以前的记录保留原名称">
      <AsyncView query={sets} isEmpty={(rows) => rows.length === 0} empty="还没有字典">
        {(rows) => {
          const chosen = rows.find((one) => one.set_key === state.set) ?? rows.find((one) => !one.is_system) ?? rows[0]
          return (
            <div className="code-page">
              <CodeSets sets={rows} value={chosen?.set_key ?? ''} onChange={(set) => update({ ...clearedCodesFilter, set, sort: '' })} />
              {chosen && <CodeSetView key={chosen.set_key} set={chosen} filter={state} onFilter={update} />}
            </div>
          )
        }}
      </AsyncView>
    </Page>
  )
}
