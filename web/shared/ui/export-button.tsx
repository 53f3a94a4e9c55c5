import { DownloadOutlined } from '@ant-design/icons'
import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { toCsv } from '../format/csv.ts'
import { recordExport } from '../supabase/record-export.ts'
import { formatDateTime, todayInShanghai } from '../format/date.ts'
import { saveFile } from '../format/save-file.ts'
import type { DataColumn } from './data-column.ts'
import { showToast } from './toast-store.ts'

const cap = 10_000
const pageSize = 1_000

interface ExportButtonProps<Row> {
  name: string
  columns: readonly Pick<DataColumn<Row>, 'title' | 'text'>[]
  /** How many match; absent where nobody counts, then reading goes on until a page is not full. */
  count?: number
  /** `last`: the row before, for a list that goes on from there instead of counting rows. */
  readPage: (offset: number, limit: number, last?: Row) => Promise<Row[]>
  /** What the rows were narrowed to, in words. */
  filterText?: string | undefined
}

/** Everything that the filters match, not just the page on screen; above the cap it says so. */
export function ExportButton<Row>({ name, columns, count, readPage, filterText }: ExportButtonProps<Row>) {
  const download = useMutation({
    mutationFn: async () => {
      const rows: Row[] = []
      const wanted = Math.min(count ?? cap + 1, cap + 1)
      while (rows.length < wanted) {
        const page = await readPage(rows.length, pageSize, rows.at(-1))
        rows.push(...page)
        if (page.length < pageSize) break
      }
      await recordExport(name, filterText ?? '', Math.min(rows.length, cap))
      return rows
    },
    onSuccess: (rows) => {
      const exported = columns.flatMap((column) => (column.text ? [{ title: column.title, value: column.text }] : []))
      const heading = filterText === undefined ? undefined : `${name}（${filterText || '全部'}）导出于 ${formatDateTime(new Date().toISOString())}`
      saveFile(`${name}-${todayInShanghai()}.csv`, toCsv(exported, rows.slice(0, cap), heading), 'text/csv;charset=utf-8')
      if (rows.length > cap) showToast('warning', `符合条件的超过 ${cap} 条，已导出前 ${cap} 条。请缩小范围后分次导出。`)
      else showToast('success', `已导出 ${rows.length} 条`)
    },
  })
  return (
    <Button
      size="small"
      type="text"
      icon={<DownloadOutlined aria-hidden />}
      disabled={count === 0}
      loading={download.isPending}
      onClick={() => download.mutate()}
    >
      导出
    </Button>
  )
}
