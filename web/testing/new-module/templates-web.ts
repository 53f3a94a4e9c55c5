import type { ModuleNames } from './names.ts'

type File = readonly [path: string, text: string]

/** The web folder of a module that lists its records: the shape of features/complaint, at its smallest. */
export function webFiles({ folder, prefix, camel, title, band }: ModuleNames): File[] {
  const at = (path: string) => `web/features/${folder}/${path}`
  return [
    [
      at('module.ts'),
      `import { UnorderedListOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { ${camel}Paths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: '${folder}',
  title: '${title}',
  permissions: ['${prefix}.read', '${prefix}.handle'],
  nav: [{ path: ${camel}Paths.list(), title: '${title}', icon: UnorderedListOutlined, group: '业务办理', order: ${band}00, permission: '${prefix}.read' }],
  workRoutes: [{ path: ${camel}Paths.list(), permission: '${prefix}.read', page: () => import('./pages/list-page.tsx') }],
  kinds: { ${prefix}: ${camel}Paths.list },
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
`,
    ],
    [
      at('audit-words.ts'),
      `import type { AuditWords } from '@/shared/module/audit-words.ts'

const states = { open: '待办理', done: '已办结' }

/** Words of ${title}, wherever its tables and codes stand in the log. */
export const auditWords: AuditWords = {
  tables: { 'public.${prefix}_records': '${title}' },
  fields: {},
  codes: {
    ${prefix}: '${title}',
    '${prefix}.read': '查看${title}',
    '${prefix}.handle': '办理${title}',
    '${prefix}.approve': '审批${title}',
    '${prefix}.assign': '指派${title}承办人',
    '${prefix}.supervise': '催办和督办${title}',
  },
  codesOf: { state: states, from_state: states, to_state: states, action: { open: '登记', finish: '办结' }, modules: { '${folder}': '${title}' } },
}
`,
    ],
    [
      at('paths.ts'),
      `export const ${camel}Paths = {
  list: () => '/work/${folder}',
} as const
`,
    ],
    [
      at('README.md'),
      `# ${folder} – ${title} (prefix \`${prefix}_\`)

What it is, its states, its tables, who may do what, its traps: five to fifteen lines.

- States: open → done (action \`finish\`), rows of the work-item engine, kind \`${prefix}\`.
- Tables: \`${prefix}_records\`, one row for each matter of a body.

<!-- permissions:begin -->
<!-- permissions:end -->
`,
    ],
    [
      at('api/list-records.ts'),
      `import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { applyPart } from '@/widgets/work-list/model/work-filter.ts'
import type { RecordFilter } from '../model/record-filter.ts'
import { recordSchema } from '../model/record.ts'

/** Scoped to the officer's own body by an indexed filter; row-level security guards, it does not search. */
export const recordRows = (filter: RecordFilter, orgId: string) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('${prefix}_records').select('id,title,is_open,created_at', part.options).eq('org_id', orgId)
      if (filter.open) request = request.eq('is_open', true)
      if (filter.q) request = request.ilike('title', likePattern(filter.q))
      return applyPart(request, part, filter.sort, 'created_at')
    },
    row: recordSchema,
    isOpenOnly: filter.open === true,
  })
`,
    ],
    [
      at('model/record.ts'),
      `import { z } from 'zod'

export const recordSchema = z.object({ id: z.uuid(), title: z.string(), is_open: z.boolean(), created_at: z.string() })
export type ${camel[0]?.toUpperCase()}${camel.slice(1)}Record = z.infer<typeof recordSchema>
`,
    ],
    [
      at('model/record-filter.ts'),
      `import { flag, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'

export const recordSearch = listFilter({ q: search('标题'), open: flag('仅在办') }, { sorts: ['created_at'] })
export type RecordFilter = StateOf<typeof recordSearch>
`,
    ],
    [
      at('model/record-filter.test.ts'),
      `import { expect, it } from 'vitest'
import { recordSearch } from './record-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(recordSearch.parse({ page: 'x', size: '50', sort: 'id', open: 'yes' })).toEqual({ ...recordSearch.defaults, size: 50 })
})
`,
    ],
    ...screenFiles({ folder, camel, title, at }),
  ]
}

interface ScreenNames extends Pick<ModuleNames, 'folder' | 'camel' | 'title'> {
  at: (path: string) => string
}

function screenFiles({ folder, camel, title, at }: ScreenNames): File[] {
  const type = `${camel[0]?.toUpperCase()}${camel.slice(1)}Record`
  return [
    [
      at('ui/record-columns.tsx'),
      `import { formatDateTime } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { ${type} } from '../model/record.ts'

export const recordColumns: readonly DataColumn<${type}>[] = [
  { key: 'title', title: '标题', width: 200, grows: true, isRequired: true, render: (row) => row.title, text: (row) => row.title },
  { key: 'state', title: '状态', width: 90, render: (row) => (row.is_open ? '办理中' : '已办结'), text: (row) => (row.is_open ? '办理中' : '已办结') },
  {
    key: 'created',
    title: '登记时间',
    width: 150,
    sortBy: 'created_at',
    render: (row) => formatDateTime(row.created_at),
    text: (row) => formatDateTime(row.created_at),
  },
]
`,
    ],
    [
      at('pages/list-page.tsx'),
      `import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { FilterBar } from '@/shared/ui/filter-bar.tsx'
import { FilterFlag } from '@/shared/ui/filter-select.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { recordRows } from '../api/list-records.ts'
import { recordSearch, type RecordFilter } from '../model/record-filter.ts'
import { recordColumns } from '../ui/record-columns.tsx'

/** Once its view has the columns of a work item, this becomes a \`WorkListPage\`: see widgets/work-list. */
export default function RecordsPage() {
  const session = useSession()
  const address = useListAddress('${folder}', recordSearch)
  const { state, update } = address
  const query = useQuery({
    queryKey: ['${folder}', 'list', state],
    enabled: address.isDecided,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => recordRows(state, session.org_id).page(state, signal),
  })
  const set = (patch: Partial<RecordFilter>) => update({ ...patch, page: 1 })
  return (
    <ListPage
      list="${folder}"
      title="${title}"
      search={recordSearch}
      address={address}
      filters={
        <FilterBar onReset={recordSearch.isNarrowed(state) ? () => set(recordSearch.cleared) : undefined}>
          <SearchBox value={state.q} placeholder="标题" onSearch={(q) => set({ q })} />
          <FilterFlag label="仅在办" value={state.open} onChange={(open) => set({ open })} />
        </FilterBar>
      }
      table={{
        label: '${title}',
        query,
        columns: recordColumns,
        rowKey: (row) => row.id,
        card: (row) => (
          <>
            <strong>{row.title}</strong>
            <p className="muted">{formatDateTime(row.created_at)}</p>
          </>
        ),
        empty: recordSearch.isNarrowed(state) ? '没有符合条件的${title}' : '本单位暂无${title}',
        readPage: (offset, limit) => recordRows(state, session.org_id).stretch(offset, limit),
      }}
    />
  )
}
`,
    ],
    [
      at('pages/list-page.test.tsx'),
      `// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { ${type} } from '../model/record.ts'
import ListPage from './list-page.tsx'

const records = scripted<{ rows: ${type}[]; count: number }>()
vi.mock('../api/list-records.ts', () => ({ recordRows: () => ({ page: records.read, stretch: () => Promise.resolve([]) }) }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => Promise.resolve([]) }) }))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

it('fails with a retry, says when there is nothing, and shows rows', async () => {
  records.fail()
  const failed = renderPage(<ListPage />)
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  records.give({ rows: [], count: 0 })
  const empty = renderPage(<ListPage />)
  expect(await screen.findByText('本单位暂无${title}')).toBeTruthy()
  empty.unmount()
  records.give({ rows: [{ id: '00000000-0000-4000-8000-000000000001', title: '第一件', is_open: true, created_at: '2026-11-21T08:00:00Z' }], count: 1 })
  renderPage(<ListPage />)
  expect(await screen.findByText('第一件')).toBeTruthy()
})
`,
    ],
  ]
}
