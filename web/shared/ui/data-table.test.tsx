// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { AppError } from '../errors/app-error.ts'
import { countCap, type ListPage } from '../query/read-page.ts'
import { DataTable } from './data-table.tsx'
import type { TableState } from './table-state.ts'

interface Row {
  id: string
}
const saved = vi.hoisted(() => vi.fn<(name: string, text: string) => void>())
vi.mock('../format/save-file.ts', () => ({ saveFile: saved }))
const recorded = vi.hoisted(() => vi.fn<(list: string, filter: string, rows: number) => Promise<void>>())
vi.mock('../supabase/record-export.ts', () => ({ recordExport: recorded }))
const written = vi.hoisted(() => vi.fn<(name: string, body: { heading: string; columns: object[]; rows: unknown[][] }) => Promise<unknown>>())
vi.mock('../supabase/invoke-function.ts', () => ({ invokeFunction: written }))
const onState = vi.fn<(patch: Partial<TableState>) => void>()

function List({
  read,
  page = 1,
  isDecided = true,
  ...rest
}: {
  read: () => Promise<ListPage<Row>>
  page?: number
  isDecided?: boolean
  filterText?: string
  readPage?: () => Promise<Row[]>
}) {
  const query = useQuery({ queryKey: ['list'], queryFn: read, retry: false, enabled: isDecided })
  return (
    <DataTable<Row>
      id="notes"
      label="记录"
      query={query}
      columns={[
        { key: 'id', title: '编号', render: (row) => row.id, text: (row) => row.id },
        { key: 'sum', title: '合计', isExportOnly: true, render: () => '', text: () => 7 },
      ]}
      rowKey={(row) => row.id}
      state={{ page, size: 20, sort: '' }}
      onState={onState}
      empty="没有记录"
      card={(row) => row.id}
      {...rest}
    />
  )
}
const rows = [{ id: '甲' }]
const exportAs = async (format: string) => {
  await userEvent.click(screen.getByRole('button', { name: '导出' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: new RegExp(format) }))
}

it('is busy also while it waits to be told what to read', () => {
  renderPage(<List read={() => Promise.resolve({ rows, count: 1 })} isDecided={false} />)
  expect(screen.getByRole('region', { name: '记录' }).getAttribute('aria-busy')).toBe('true')
  expect(screen.queryByText('没有记录')).toBeNull()
})

it('says how many there are', async () => {
  renderPage(<List read={() => Promise.resolve({ rows, count: 1234 })} />)
  expect(await screen.findByText('共 1,234 条')).toBeTruthy()
})

it('says that there are more than it counts, and leads as far as it counts', async () => {
  renderPage(<List read={() => Promise.resolve({ rows, count: countCap, isCapped: true })} />)
  expect(await screen.findByText('10,000+ 条，可翻看前 10,000 条，其余请缩小筛选范围后查看')).toBeTruthy()
  await userEvent.click(screen.getByText('500'))
  expect(onState).toHaveBeenLastCalledWith(expect.objectContaining({ page: 500 }))
  expect(screen.queryByText('501')).toBeNull()
})

it('shows the number of a failure that nobody foresaw', async () => {
  const failure = new AppError({ kind: 'unexpected', messageKey: 'sql.XX000', message: '系统繁忙，请稍后重试。', requestId: 'b1c1' })
  renderPage(<List read={() => Promise.reject(failure)} />)
  expect(await screen.findByText(/报障时请提供编号 b1c1。/)).toBeTruthy()
})

it('says on paper and in the file what the rows were narrowed to, and nothing where nobody can say', async () => {
  const first = renderPage(<List read={() => Promise.resolve({ rows, count: 1 })} />)
  await screen.findByText('共 1 条')
  expect(document.querySelector('.print-head')?.textContent).toMatch(/^共 1 条　本页 1 条　打印于 \d{4}-\d\d-\d\d$/)
  first.unmount()
  renderPage(<List read={() => Promise.resolve({ rows, count: 1 })} filterText="条线：市场监管" readPage={() => Promise.resolve(rows)} />)
  await screen.findByText('共 1 条')
  expect(document.querySelector('.print-head')?.textContent).toMatch(/^筛选条件：条线：市场监管　共 1 条/)
  expect(screen.queryByText('合计')).toBeNull()
  // Without a record there is no file.
  recorded.mockRejectedValueOnce(new AppError({ kind: 'network', messageKey: 'network', message: '网络不通' }))
  await exportAs('文本表格')
  await waitFor(() => expect(recorded).toHaveBeenCalledWith('记录', '条线：市场监管', 1))
  await waitFor(() => expect(screen.getByRole('button', { name: '导出' }).hasAttribute('disabled')).toBe(false))
  expect(saved).not.toHaveBeenCalled()
  recorded.mockResolvedValueOnce()
  await exportAs('文本表格')
  await waitFor(() => expect(saved).toHaveBeenCalled())
  expect(saved.mock.calls[0]?.[1]).toMatch(/^\uFEFF记录（条线：市场监管）导出于 [\d :-]+\r\n编号,合计\r\n甲,7\r\n$/)
})

it('gives an Excel file of a few pages at once, put on record before', async () => {
  saved.mockClear()
  recorded.mockResolvedValueOnce()
  written.mockResolvedValueOnce({ file: btoa('file') })
  renderPage(<List read={() => Promise.resolve({ rows, count: 1 })} readPage={() => Promise.resolve(rows)} />)
  await screen.findByText('共 1 条')
  await exportAs('Excel 表格')
  await waitFor(() => expect(saved).toHaveBeenCalled())
  expect(saved.mock.calls[0]?.[0]).toMatch(/^记录-\d{4}-\d\d-\d\d\.xlsx$/)
  const [name, body] = written.mock.calls[0] ?? []
  expect([name, body?.columns, body?.rows]).toEqual(['write-table', [{ title: '编号' }, { title: '合计' }], [['甲', 7]]])
  expect(body?.heading).toMatch(/^记录（全部）导出于 .+，共 1 条$/)
})
