import type { ModuleFile, ModuleNames } from './names.ts'

/** Manifest, words, model and requests: the shape of features/complaint at its smallest. */
export function webFiles(names: ModuleNames): ModuleFile[] {
  const { folder, camel } = names
  const at = (path: string) => `web/features/${folder}/${path}`
  return [
    [at('module.ts'), manifest(names)],
    [at('audit-words.ts'), auditWords(names)],
    [
      at('paths.ts'),
      `export const ${camel}Paths = {
  list: () => '/work/${folder}',
  detail: (id: string) => \`/work/${folder}/\${id}\`,
  detailPattern: '/work/${folder}/:id',
  figures: () => '/work/${folder}/figures',
${names.hasParts ? `  part: (id: string) => \`/work/${folder}/parts/\${id}\`,\n  partPattern: '/work/${folder}/parts/:id',\n` : ''}} as const
`,
    ],
    [at('README.md'), readme(names)],
    [
      at('api/keys.ts'),
      `export const ${camel}Keys = {
  one: (id: string) => ['${folder}', 'record', id] as const,
${names.hasParts ? `  part: (id: string) => ['${folder}', 'part', id] as const,\n` : ''}}
`,
    ],
    [at('api/list-records.ts'), listRecords(names)],
    [at('api/get-record.ts'), getRecord(names)],
    [at('api/open-record.ts'), openRecord(names)],
    [at('model/record.ts'), record(names)],
    ...(names.hasParts
      ? ([
          [at('api/get-part.ts'), getPart(names)],
          [at('model/part.ts'), part],
        ] as const)
      : []),
    [at('model/record-batch.ts'), recordBatch(names)],
    [
      at('model/record-filter.ts'),
      `import { ${names.hasParts ? 'choice, ' : ''}dayRange, listFilter, search, type StateOf } from '@/shared/list/list-filter.ts'
import { workFields } from '@/widgets/work-list/model/work-filter.ts'

${names.hasParts ? `export const boxLabels = { sent: '发出', received: '收到' } as const\n\n` : ''}export const recordSearch = listFilter(
  { ...workFields, ${names.hasParts ? `box: choice('往来', boxLabels), ` : ''}q: search('标题或编号'), ...dayRange('登记日期') },
  { sorts: ['created_at', 'due_at'], place: ['scope'${names.hasParts ? `, 'box'` : ''}] },
)
export type RecordFilter = StateOf<typeof recordSearch>
`,
    ],
    [
      at('model/record-filter.test.ts'),
      `import { expect, it } from 'vitest'
import { recordSearch } from './record-filter.ts'

it('falls back on nonsense and keeps what is valid', () => {
  expect(recordSearch.parse({ page: 'x', size: '50', sort: 'id', open: 'yes', from: '2026-13-01' })).toEqual({ ...recordSearch.defaults, size: 50 })
})
it('keeps the scope when the conditions are cleared', () => {
  const filter = recordSearch.parse({ scope: 'all', late: 'true' })
  expect({ ...filter, ...recordSearch.cleared }).toEqual({ ...recordSearch.defaults, scope: 'all' })
})
`,
    ],
  ]
}

const manifest = ({
  folder,
  prefix,
  camel,
  title,
  band,
  hasParts,
}: ModuleNames) => `import { BarChartOutlined, UnorderedListOutlined } from '@ant-design/icons'
import type { ModuleManifest } from '@/shared/module/manifest.ts'
import { ${camel}Paths } from './paths.ts'

export const manifest: ModuleManifest = {
  id: '${folder}',
  title: '${title}',
  permissions: ['${prefix}.read', '${prefix}.handle', '${prefix}.approve', '${prefix}.assign', '${prefix}.supervise', '${prefix}.figures'],
  nav: [
    { path: ${camel}Paths.list(), title: '${title}', icon: UnorderedListOutlined, group: '${band < '50' ? '业务办理' : '综合分析'}', order: ${band}00, permission: '${prefix}.read' },
    { path: ${camel}Paths.figures(), title: '${title}统计', icon: BarChartOutlined, group: '综合分析', order: 50${band}, permission: '${prefix}.figures' },
  ],
  workRoutes: [
    { path: ${camel}Paths.list(), permission: '${prefix}.read', page: () => import('./pages/record-list-page.tsx') },
    { path: ${camel}Paths.figures(), permission: '${prefix}.figures', page: () => import('./pages/figures-page.tsx') },
    { path: ${camel}Paths.detailPattern, permission: '${prefix}.read', page: () => import('./pages/record-page.tsx') },
${hasParts ? `    { path: ${camel}Paths.partPattern, permission: '${prefix}.read', page: () => import('./pages/part-page.tsx') },\n` : ''}  ],
  kinds: { ${prefix}: ${camel}Paths.detail${hasParts ? `, ${prefix}_part: ${camel}Paths.part` : ''} },
  figures: { permission: '${prefix}.figures', source: async () => (await import('./api/get-figures.ts')).${camel}Figures },
  auditWords: async () => (await import('./audit-words.ts')).auditWords,
}
`

const auditWords = ({ folder, prefix, title, hasParts }: ModuleNames) => `import type { AuditWords } from '@/shared/module/audit-words.ts'

const states = { open: '${hasParts ? '待交办' : '待办理'}', working: '办理中', done: '已办结'${hasParts ? `, awaiting: '待签收', answered: '已反馈'` : ''} }

/** Words of ${title}, wherever its tables and codes stand in the log. */
export const auditWords: AuditWords = {
  tables: { 'public.${prefix}_records': '${title}'${hasParts ? `, 'public.${prefix}_parts': '${title}办理'` : ''} },
  fields: { content: '内容' },
  codes: {
    ${prefix}: '${title}',
    ${prefix}_record: '${title}',
${hasParts ? `    ${prefix}_part: '${title}办理',\n` : ''}    '${prefix}.read': '查看${title}',
    '${prefix}.handle': '办理${title}',
    '${prefix}.approve': '审批${title}',
    '${prefix}.assign': '指派${title}承办人',
    '${prefix}.supervise': '催办和督办${title}',
    '${prefix}.figures': '查看${title}统计',
  },
  codesOf: {
    state: states,
    from_state: states,
    to_state: states,
    action: { open: '登记', ${hasParts ? `send: '交办', complete: '全部反馈', deliver: '送达', sign: '签收', answer: '反馈'` : `begin: '开始办理', finish: '办结'`} },
    modules: { '${folder}': '${title}' },
  },
}
`

const readme = ({ folder, prefix, title, band, hasParts }: ModuleNames) => `# ${folder} – ${title} (band ${band}, prefix \`${prefix}_\`)

What it is for, in one or two lines.

- **States and moves** are rows of the work-item engine, kind \`${prefix}\`: ${
  hasParts
    ? `open → working (\`send\`, with a second person's consent) → done
  (\`complete\`, by itself, when each part has been answered). Kind \`${prefix}_part\`: awaiting → working (\`sign\`) → answered (\`answer\`).`
    : `open → working (\`begin\`) → done (\`finish\`, with a
  second person's consent).`
}
- **Tables**: \`${prefix}_records\`, one row for each matter of a body${hasParts ? `; \`${prefix}_parts\`, what one receiver does about it` : ''}.
- **Term**: \`${prefix}.finish\` from the opening${hasParts ? `, \`${prefix}.answer\` of each part` : ''}.
- **List**: \`WorkListPage\` over \`${prefix}_record_list\`; **page**: \`ItemPage\` with the facts of the record; **form**: \`FormDialog\`, sent to \`${prefix}_open\`;
  **figures**: \`FiguresPage\` over \`${prefix}_figures\`.
${
  hasParts
    ? `
Its list holds what a body sent and what it received (\`${prefix}_list\`, filter 往来).

Gotchas: a receiver sees its part, neither the whole nor another's part; the files of a part are read by its body alone.
`
    : ''
}
<!-- permissions:begin -->
<!-- permissions:end -->
`

const listRecords = ({ prefix, hasParts }: ModuleNames) => `import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import type { Viewer } from '@/widgets/work-list/model/scope.ts'
import { applyDays, applyPart, applyWork, isOpenOnly } from '@/widgets/work-list/model/work-filter.ts'
import type { RecordFilter } from '../model/record-filter.ts'
import { recordRowSchema } from '../model/record.ts'

const columns = Object.keys(recordRowSchema.shape).join(',')

export const recordRows = (filter: RecordFilter, viewer: Viewer) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('${prefix}_${hasParts ? '' : 'record_'}list').select(part.of === 'ids' ? 'id' : columns, part.options)
      request = applyDays(applyWork(request, filter, viewer), 'created_at', filter)
${hasParts ? `      if (filter.box) request = request.eq('box', filter.box)\n` : ''}      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      return applyPart(request, part, filter.sort, 'created_at')
    },
    row: recordRowSchema,
    isOpenOnly: isOpenOnly(filter),
  })
`

interface OneQuery {
  names: ModuleNames
  one: 'record' | 'part'
  from: string
  schema: string
}

const getOne = ({ names: { prefix, camel, title }, one, from, schema }: OneQuery) => `import { queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { AppError } from '@/shared/errors/app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { ${schema} } from '../model/${one}.ts'
import { ${camel}Keys } from './keys.ts'

const columns = Object.keys(${schema}.shape).join(',')

/** A row that policies hide looks like one that does not exist, and is told as such. */
export const ${one}Query = (id: string) =>
  queryOptions({
    queryKey: ${camel}Keys.${one === 'record' ? 'one' : 'part'}(id),
    queryFn: async ({ signal }) => {
      const missing = new AppError({ kind: 'not-found', messageKey: '${prefix}.not_found', message: '没有找到该${title}，或您无权查看。' })
      if (!z.uuid().safeParse(id).success) throw missing
      const [row] = rowsOf(await supabase.from('${from}').select(columns).eq('id', id).abortSignal(signal), ${schema})
      if (!row) throw missing
      return row
    },
  })
`
const getRecord = (names: ModuleNames) => getOne({ names, one: 'record', from: `${names.prefix}_record_list`, schema: 'recordSchema' })
const getPart = (names: ModuleNames) => getOne({ names, one: 'part', from: `${names.prefix}_parts`, schema: 'partSchema' })

const openRecord = ({ folder, prefix }: ModuleNames) => `import { useMutation, useQueryClient } from '@tanstack/react-query'
import { refreshWork } from '@/entities/work-item/api/refresh-work.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'

/** Answers with the id of the new record. */
export function useOpenRecord() {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async ({ title, content }: { title: string; content: string }) => {
      const { data, error } = await supabase.rpc('${prefix}_open', { p_title: title, p_content: content })
      if (error) throw toAppError(error)
      return data
    },
    onSuccess: () => refreshWork(client, '${folder}'),
  })
}
`

const record = ({ hasParts }: ModuleNames) => `import { z } from 'zod'
import { lightSchema } from '@/entities/work-item/model/work-item.ts'

export const recordRowSchema = z.object({
  id: z.uuid(),
  item_id: z.uuid(),
  no: z.string(),
${hasParts ? `  /** What the body sent, or a part that it received. */\n  box: z.enum(['sent', 'received']),\n` : ''}  title: z.string(),
  org_id: z.uuid(),
  org_name: z.string(),
  region_name: z.string(),
  handler_id: z.uuid().nullable(),
  handler_name: z.string().nullable(),
  state: z.string(),
  state_label: z.string(),
  light: lightSchema,
  is_open: z.boolean(),
  is_supervised: z.boolean(),
  due_at: z.string().nullable(),
  due_is_provisional: z.boolean(),
  workdays_left: z.number().nullable(),
  created_at: z.string(),
})
export type RecordRow = z.infer<typeof recordRowSchema>

/** With all that its page shows. */
export const recordSchema = recordRowSchema.extend({ content: z.string() })
export type RecordFile = z.infer<typeof recordSchema>
`

const part = `import { z } from 'zod'

export const partSchema = z.object({ id: z.uuid(), item_id: z.uuid(), content: z.string(), created_at: z.string() })
export type Part = z.infer<typeof partSchema>
`

const recordBatch = ({ prefix }: ModuleNames) => `import type { BatchAction } from '@/widgets/work-list/model/batch.ts'
import type { RecordRow } from './record.ts'

/** What may be done to many at once. */
export const recordBatch: readonly BatchAction<RecordRow>[] = [
  { action: 'assign', label: '指派承办人', permission: '${prefix}.assign', namesHandler: true, reasonAgainst: () => null },
  {
    action: 'take',
    label: '由我承办',
    permission: '${prefix}.handle',
    reasonAgainst: ({ handler_id: handler }) => (handler ? '已有承办人' : null),
  },
]
`
