import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { Page } from '@/shared/ui/page.tsx'
import { RowTable } from '@/shared/ui/row-table.tsx'
import { paperKindsQuery } from '../api/paper-kinds.ts'
import { addresseeWords, type PaperKind } from '../model/paper-template.ts'
import { adminPaths } from '../paths.ts'

const columns: readonly DataColumn<PaperKind>[] = [
  {
    key: 'label',
    title: '文书',
    width: 220,
    isRequired: true,
    render: (row) => <Link to={adminPaths.paperTemplate(row.kind)}>{row.label}</Link>,
    text: (row) => row.label,
  },
  { key: 'to', title: '送达', width: 110, render: (row) => addresseeWords[row.addressee], text: (row) => addresseeWords[row.addressee] },
  {
    key: 'remedy',
    title: '救济途径',
    width: 90,
    render: (row) => (row.needs_remedy ? '须写明' : '—'),
    text: (row) => (row.needs_remedy ? '须写明' : ''),
  },
  {
    key: 'fields',
    title: '必须写明的字段',
    width: 300,
    grows: true,
    render: (row) => requiredWords(row),
    text: (row) => requiredWords(row),
  },
]

const requiredWords = ({ fields }: PaperKind) =>
  fields
    .filter((one) => one.isRequired)
    .map((one) => one.label)
    .join('、')

export default function PaperTemplatesPage() {
  const query = useQuery(paperKindsQuery)
  const isNarrow = useMediaQuery('(max-width: 639px)')
  return (
    <Page title="文书模板" subtitle="各模块在办理中制作的文书；调整只发布新版本，已制作的文书不变">
      <AsyncView query={query} empty="没有需要维护的文书" isEmpty={(rows) => rows.length === 0}>
        {(rows) =>
          isNarrow ? (
            <ul className="cards">
              {rows.map((row) => (
                <li key={row.kind}>
                  <Link to={adminPaths.paperTemplate(row.kind)}>{row.label}</Link>
                  <p>
                    送达{addresseeWords[row.addressee]}
                    {row.needs_remedy && '，须写明救济途径'}
                  </p>
                  <p>必须写明：{requiredWords(row)}</p>
                </li>
              ))}
            </ul>
          ) : (
            <RowTable rows={rows} columns={columns} rowKey={(row) => row.kind} isBusy={query.isFetching} empty="没有需要维护的文书" />
          )
        }
      </AsyncView>
    </Page>
  )
}
