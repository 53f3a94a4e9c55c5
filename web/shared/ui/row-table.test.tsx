// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import type { DataColumn } from './data-column.ts'
import { PickBox } from './pick-box.tsx'
import type { RowSelection } from './row-selection.ts'
import { RowTable } from './row-table.tsx'

interface Row {
  id: string
  title: string
}
const rows: Row[] = [
  { id: 'a', title: '第一件' },
  { id: 'b', title: '第二件' },
]
const columns: DataColumn<Row>[] = [
  { key: 'no', title: '编号', width: 80, isFixed: true, render: (row) => row.id },
  { key: 'title', title: '标题', grows: true, width: 200, sortBy: 'title', render: (row) => row.title },
]
const onSort = vi.fn<(sort: string) => void>()
const onChange = vi.fn<(keys: string[]) => void>()
const picksOf = (selection: RowSelection<Row>) => ({
  keys: selection.keys,
  box: (row: Row) => <PickBox row={row} rowId={row.id} selection={selection} />,
})
const show = (patch: Partial<Parameters<typeof RowTable<Row>>[0]> = {}) =>
  render(<RowTable rows={rows} columns={columns} rowKey={(row) => row.id} sort="" onSort={onSort} isBusy={false} empty="没有记录" {...patch} />)

it('tells loading from empty', () => {
  const first = show({ rows: [], isBusy: true })
  expect(screen.getByText('正在加载')).toBeTruthy()
  expect(screen.queryByText('没有记录')).toBeNull()
  first.unmount()
  show({ rows: [] })
  expect(screen.getByText('没有记录')).toBeTruthy()
})

it('offers no order where the database has none', () => {
  show()
  expect(screen.getByRole('columnheader', { name: '编号' }).querySelector('button')).toBeNull()
  expect(screen.getByRole('columnheader', { name: '编号' }).getAttribute('aria-sort')).toBeNull()
})

it.each([
  ['', 'none', 'title'],
  ['-due_at', 'none', 'title'],
  ['title', 'ascending', '-title'],
  ['-title', 'descending', ''],
])('ordered by %j it says %s, and asks for %j next', async (sort, said, asked) => {
  show({ sort })
  expect(screen.getByRole('columnheader', { name: '标题' }).getAttribute('aria-sort')).toBe(said)
  await userEvent.click(screen.getByRole('button', { name: '标题' }))
  expect(onSort).toHaveBeenLastCalledWith(asked)
})

it('picks rows by name, and not those that may not be picked', async () => {
  show({ picks: picksOf({ keys: ['a'], onChange, canPick: (row) => row.id === 'a', nameOf: (row) => row.title }) })
  expect(screen.getByRole('checkbox', { name: '选择第二件' })).toHaveProperty('disabled', true)
  await userEvent.click(screen.getByRole('checkbox', { name: '选择第一件' }))
  expect(onChange).toHaveBeenLastCalledWith([])
})

it('keeps fixed columns in sight beside the boxes, and lets one take the room that is left', () => {
  show({ picks: picksOf({ keys: [], onChange, canPick: () => true, nameOf: (row) => row.title }) })
  expect(screen.getByRole('cell', { name: 'a' }).style.left).toBe('36px')
  expect([...document.querySelectorAll('col')].map((col) => col.style.width)).toEqual(['36px', '80px', ''])
  expect(document.querySelector('table')?.style.minWidth).toBe('316px')
})
