import { useQuery } from '@tanstack/react-query'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { deadlineRulesQuery } from '../api/deadline-rules.ts'
import { matchingRules, pageOfRows, rulesSearch, type RulesFilter } from '../model/rules-filter.ts'
import '../styles/admin.css'
import { RuleCard } from '../ui/rule-card.tsx'
import { ruleColumns } from '../ui/rule-columns.tsx'
import { RuleFilters } from '../ui/rule-filters.tsx'
import { useModuleWords } from '../ui/use-module-words.ts'

export default function DeadlineRulesPage() {
  const { state, update } = useSearchState(rulesSearch)
  const moduleWord = useModuleWords()
  const all = useQuery(deadlineRulesQuery)
  const query = useQuery({ ...deadlineRulesQuery, select: (rows) => pageOfRows(matchingRules(rows, state), state) })
  const modules = [...new Set(all.data?.map((row) => row.module))].map((value) => ({ value, label: moduleWord(value) }))
  return (
    <Page title="时限规则" subtitle="调整只发布新版本；在办事项仍按开始计时时的版本计算">
      <RuleFilters filter={state} modules={modules} onChange={update} />
      <DataTable
        id="deadline-rules"
        label="时限规则"
        query={query}
        columns={ruleColumns(moduleWord)}
        rowKey={(row) => row.key}
        state={state}
        onState={(patch) => update(patch as Partial<RulesFilter>)}
        card={(row) => <RuleCard row={row} module={moduleWord(row.module)} />}
        empty="没有符合条件的时限规则"
        readPage={async (offset, limit) => matchingRules(all.data ?? [], state).slice(offset, offset + limit)}
      />
    </Page>
  )
}
