// @vitest-environment jsdom
import { useQuery } from '@tanstack/react-query'
import { screen } from '@testing-library/react'
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
const onState = vi.fn<(patch: Partial<TableState>) => void>()

function List({ read, page = 1 }: { read: () => Promise<ListPage<Row>>; page?: number }) {
  const query = useQuery({ queryKey: ['list'], queryFn: read, retry: false })
  return (
    <DataTable<Row>
      id="notes"
      label="记录"
      query={query}
      columns={[{ key: 'id', title: '编号', render: (row) => row.id }]}
      rowKey={(row) => row.id}
      state={{ page, size: 20, sort: '' }}
      onState={onState}
      empty="没有记录"
      card={(row) => row.id}
    />
  )
}
const rows = [{ id: '甲' }]

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
