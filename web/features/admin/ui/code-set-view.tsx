import { useQuery } from '@tanstack/react-query'
import { Alert, Button, Select } from 'antd'
import { useState } from 'react'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { codeEntriesQuery } from '../api/codes.ts'
import { codeStandingLabels, codeStandings, type CodeSet } from '../model/code-entry.ts'
import { clearedCodesFilter, isNarrowed, matchingCodes, type CodesFilter } from '../model/codes-filter.ts'
import { pageOfRows } from '../model/rules-filter.ts'
import type { CodeAct } from './code-acts.tsx'
import { CodeCard } from './code-card.tsx'
import { codeColumns } from './code-columns.tsx'
import { CodeDialog } from './code-dialog.tsx'
import { CodeHistory } from './code-history.tsx'

interface CodeSetViewProps {
  set: CodeSet
  filter: CodesFilter
  onFilter: (patch: Partial<CodesFilter>) => void
}

export function CodeSetView({ set, filter, onFilter }: CodeSetViewProps) {
  const all = useQuery(codeEntriesQuery(set.set_key))
  const query = useQuery({ ...codeEntriesQuery(set.set_key), select: (entries) => pageOfRows(matchingCodes(entries, filter), filter) })
  const [act, setAct] = useState<CodeAct>()
  const close = () => setAct(undefined)
  const narrow = (patch: Partial<CodesFilter>) => onFilter({ ...patch, page: 1 })
  return (
    <div className="code-entries">
      <div className="code-entries-top">
        <h2 className="section-title typed-title">{set.label}</h2>
        {!set.is_system && (
          <Button type="primary" onClick={() => setAct({ kind: 'add' })}>
            新增编码
          </Button>
        )}
      </div>
      {set.is_system && <Alert type="info" showIcon title="该字典由系统使用，只能修改名称和顺序。" />}
      <FilterBar onReset={isNarrowed(filter) ? () => narrow(clearedCodesFilter) : undefined}>
        <SearchBox value={filter.q} placeholder="名称或编码" onSearch={(q) => narrow({ q })} />
        <Select
          allowClear
          aria-label="状态"
          className="filter-input"
          placeholder="全部状态"
          value={filter.standing || null}
          onChange={(standing) => narrow({ standing: standing ?? '' })}
          options={codeStandings.map((value) => ({ value, label: codeStandingLabels[value] }))}
        />
      </FilterBar>
      <DataTable
        id="codes"
        label={set.label}
        query={query}
        columns={codeColumns(set.is_system, setAct)}
        rowKey={(row) => row.key}
        state={filter}
        onState={(patch) => onFilter(patch as Partial<CodesFilter>)}
        card={(row) => <CodeCard entry={row} isSystem={set.is_system} onAct={setAct} />}
        empty="没有符合条件的编码"
        readPage={async (offset, limit) => matchingCodes(all.data ?? [], filter).slice(offset, offset + limit)}
      />
      {act && act.kind !== 'history' && <CodeDialog kind={act.kind} set={set} entry={act.entry} onClose={close} />}
      {act?.kind === 'history' && act.entry && <CodeHistory entry={act.entry} onClose={close} />}
    </div>
  )
}
