import { DownloadOutlined } from '@ant-design/icons'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { useLocation } from 'react-router'
import { useExportStore, type ExportOrder } from '../job/api/export-store.ts'
import { jobsQuery } from '../job/api/jobs.ts'
import type { Job } from '../job/model/job.ts'
import { exportedOf, type ExportColumn } from '../job/model/parts.ts'
import { pausedHere } from '../job/model/paused-here.ts'
import { MenuButton } from './menu-button.tsx'
import { showToast } from './toast-store.ts'

interface ExportButtonProps<Row> {
  name: string
  columns: readonly ExportColumn<Row>[]
  /** How many match; absent where nobody counts, then reading goes on until a page is not full. */
  count?: number
  /** `after`: id of the row before, for a list that goes on from there instead of counting rows. */
  readPage: (offset: number, limit: number, after?: number) => Promise<Row[]>
  /** What the rows were narrowed to, in words. */
  filterText?: string | undefined
}

const csvCap = 10_000

/** Only who exports loads what does it. */
const small = () => import('../job/api/small-export.ts')
const large = () => import('../job/api/run-export.ts')

/** Everything that the filters match, not just the page on screen: a few pages at once, more as a job that may be left alone. */
export function ExportButton<Row>({ name, columns, count, readPage, filterText = '' }: ExportButtonProps<Row>) {
  const client = useQueryClient()
  const { pathname, search } = useLocation()
  const order: ExportOrder<Row> = { name, filterText, path: pathname + search, columns: exportedOf(columns), readPage, total: count }
  const download = useMutation({
    mutationFn: async (format: 'xlsx' | 'csv') => {
      if (format === 'csv') return asCsv(order)
      const { readUpTo, saveAsExcel, tableFileRows } = await small()
      const rows = (count ?? 0) > tableFileRows ? undefined : await readUpTo(order, tableFileRows)
      if (!rows || rows.length > tableFileRows) {
        await (await large()).startExport(order, client)
        return '导出已开始，进度见右上角的“任务”，完成后自动下载'
      }
      await saveAsExcel(order, rows)
      return `已导出 ${rows.length} 条`
    },
    onSuccess: (said) => showToast('success', said),
  })
  // Left when the window was closed: here it can go on, and does.
  const paused = pausedHere(useQuery(jobsQuery).data ?? [], order)
  const isTried = useExportStore(({ tried }) => paused !== undefined && tried.has(paused.id))
  const goOn = useEffectEvent((job: Job) => void large().then(({ runExport }) => runExport(job, order, client)))
  useEffect(() => {
    if (paused && !isTried) goOn(paused)
  }, [paused, isTried])
  return (
    <MenuButton
      size="small"
      type="text"
      icon={<DownloadOutlined aria-hidden />}
      disabled={count === 0}
      loading={download.isPending}
      menu={{
        items: [
          { key: 'xlsx', label: 'Excel 表格（.xlsx）' },
          { key: 'csv', label: `文本表格（.csv，至多 ${csvCap.toLocaleString('zh-CN')} 条）` },
        ],
        onClick: ({ key }) => download.mutate(key === 'csv' ? 'csv' : 'xlsx'),
      }}
    >
      导出
    </MenuButton>
  )
}

async function asCsv<Row>(order: ExportOrder<Row>): Promise<string> {
  const { readUpTo, saveAsCsv } = await small()
  const rows = await readUpTo(order, csvCap)
  await saveAsCsv(order, rows.slice(0, csvCap))
  if (rows.length <= csvCap) return `已导出 ${rows.length} 条`
  return `符合条件的超过 ${csvCap.toLocaleString('zh-CN')} 条，已导出前 ${csvCap.toLocaleString('zh-CN')} 条；全部请导出为 Excel 表格`
}
