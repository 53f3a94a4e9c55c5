import type { ModuleFile, ModuleNames } from './names.ts'

/** List, page of a record, and the form that opens one: the shared parts, filled in. */
export function screenFiles(names: ModuleNames): ModuleFile[] {
  const { folder, prefix, camel, title, hasParts } = names
  const at = (path: string) => `web/features/${folder}/${path}`
  return [
    [at('ui/record-columns.ts'), columns(names)],
    [at('ui/record-facts.tsx'), facts({ type: 'RecordFile', file: 'record', component: 'RecordFacts', label: '登记时间' })],
    [at('ui/open-dialog.tsx'), openDialog(names)],
    [
      at('ui/open-button.tsx'),
      `import { Button } from 'antd'
import { useState } from 'react'
import { Can } from '@/entities/session/ui/can.tsx'
import { OpenDialog } from './open-dialog.tsx'

export function OpenButton() {
  const [isOpen, setOpen] = useState(false)
  return (
    <Can permission="${prefix}.handle">
      <Button type="primary" onClick={() => setOpen(true)}>
        登记${title}
      </Button>
      {isOpen && <OpenDialog onClose={() => setOpen(false)} />}
    </Can>
  )
}
`,
    ],
    [
      at('pages/record-list-page.tsx'),
      `import { DateRange } from '@/shared/ui/date-range.tsx'
${hasParts ? `import { FilterSelect, optionsOf } from '@/shared/ui/filter-select.tsx'\n` : ''}import { WorkListPage } from '@/widgets/work-list/ui/work-list-page.tsx'
import { recordRows } from '../api/list-records.ts'
import { recordBatch } from '../model/record-batch.ts'
import { ${hasParts ? 'boxLabels, ' : ''}recordSearch } from '../model/record-filter.ts'
import { OpenButton } from '../ui/open-button.tsx'
import { recordColumnsOf, recordFace } from '../ui/record-columns.ts'

${hasParts ? `const kinds = { sent: '${prefix}', received: '${prefix}_part' } as const\n\n` : ''}export default function RecordListPage() {
  return (
    <WorkListPage
      list="${folder}"
      title="${title}"
      module="${folder}"
      kindsOf={${hasParts ? '({ box }) => (box ? [kinds[box]] : Object.values(kinds))' : `() => ['${prefix}']`}}
      search={recordSearch}
      placeholder="标题或编号"
      rowsOf={recordRows}
      face={recordFace}
      columnsOf={recordColumnsOf}
      factsOf={(row) => [row.org_name]}
      batch={recordBatch}
      actions={<OpenButton />}
${
  hasParts
    ? `      filters={({ box, from, to }, set) => (
        <>
          <FilterSelect label="往来" value={box} options={optionsOf(boxLabels)} onChange={(next) => set({ box: next })} />
          <DateRange label="登记日期" from={from} to={to} onChange={set} />
        </>
      )}`
    : `      filters={({ from, to }, set) => <DateRange label="登记日期" from={from} to={to} onChange={set} />}`
}
    />
  )
}
`,
    ],
    [at('pages/record-page.tsx'), page({ folder, camel, title, one: 'record', owner: `${prefix}_record`, name: 'Record' })],
    ...(hasParts
      ? ([
          [at('ui/part-facts.tsx'), facts({ type: 'Part', file: 'part', component: 'PartFacts', label: '送达时间' })],
          [at('pages/part-page.tsx'), page({ folder, camel, title, one: 'part', owner: `${prefix}_part`, name: 'Part' })],
        ] as const)
      : []),
  ]
}

const columns = ({ camel, title, hasParts }: ModuleNames) => `import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { Scope } from '@/widgets/work-list/model/scope.ts'
import type { RowFace } from '@/widgets/work-list/model/work-row.ts'
import { withOptional, workColumns } from '@/widgets/work-list/ui/work-columns.tsx'
${hasParts ? `import { boxLabels } from '../model/record-filter.ts'\n` : ''}import type { RecordRow } from '../model/record.ts'
import { ${camel}Paths } from '../paths.ts'

export const recordFace: RowFace<RecordRow> = {
  path: (row) => ${hasParts ? `(row.box === 'received' ? ${camel}Paths.part : ${camel}Paths.detail)(row.id)` : `${camel}Paths.detail(row.id)`},
  no: (row) => row.no,
  kind: ${hasParts ? '(row) => boxLabels[row.box]' : `() => '${title}'`},
  marks: (row) => (row.is_supervised ? [{ key: 'supervised', text: '督' }] : []),
  since: { title: '登记日期', sortBy: 'created_at', value: (row) => row.created_at },
}

const columns: readonly DataColumn<RecordRow>[] = workColumns(recordFace)

/** On the own desk every row has the same body; over a region the name of the body tells the place. */
export const recordColumnsOf = (scope: Scope) => withOptional(columns, 'region', ...(scope === 'own' ? ['org'] : []))
`

const facts = ({
  type,
  file,
  component,
  label,
}: {
  type: string
  file: string
  component: string
  label: string
}) => `import { Descriptions } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import type { ${type} } from '../model/${file}.ts'

export function ${component}({ one }: { one: ${type} }) {
  return (
    <ItemSection title="基本情况">
      <Descriptions bordered size="small" column={1} items={[{ key: 'since', label: '${label}', children: formatDateTime(one.created_at) }]} />
      <h3 className="part-title">内容</h3>
      <p className="long-text">{one.content}</p>
    </ItemSection>
  )
}
`

const openDialog = ({ prefix, camel, title }: ModuleNames) => `import { useNavigate } from 'react-router'
import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, TextField } from '@/shared/ui/form-field.tsx'
import { useOpenRecord } from '../api/open-record.ts'
import { ${camel}Paths } from '../paths.ts'

const schema = z.object({ title: field.text('标题', { max: 100 }), content: field.text('内容', { max: 2000 }) })

/** Leads to what was opened. */
export function OpenDialog({ onClose }: { onClose: () => void }) {
  const open = useOpenRecord()
  const navigate = useNavigate()
  const handleSubmit = async (values: z.infer<typeof schema>) => {
    const id = await open.mutateAsync(values)
    onClose()
    await navigate(${camel}Paths.detail(id))
  }
  return (
    <FormDialog title="登记${title}" okText="登记" schema={schema} draft="${prefix}:open" onSubmit={handleSubmit} onClose={onClose}>
      <TextField name="title" />
      <AreaField name="content" rows={5} />
    </FormDialog>
  )
}
`

const page = ({
  folder,
  camel,
  title,
  one,
  owner,
  name,
}: {
  folder: string
  camel: string
  title: string
  one: string
  owner: string
  name: string
}) => `import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ItemPage } from '@/widgets/item-page/ui/item-page.tsx'
import { ${one}Query } from '../api/get-${one}.ts'
import { ${camel}Paths } from '../paths.ts'
import { ${name}Facts } from '../ui/${one}-facts.tsx'

export default function ${name}Page() {
  const { id = '' } = useParams()
  return (
    <ItemPage
      query={useQuery(${one}Query(id))}
      module="${folder}"
      list={{ title: '${title}', path: ${camel}Paths.list() }}
      files="${owner}"
      facts={(one) => <${name}Facts one={one} />}
    />
  )
}
`
