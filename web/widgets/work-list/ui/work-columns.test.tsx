// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import { expect, it } from 'vitest'
import { SessionContext } from '@/entities/session/ui/use-session.ts'
import { makeItem } from '@/testing/make-item.ts'
import { makeSession } from '@/testing/make-session.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import type { RowFace } from '../model/work-row.ts'
import { WorkCard } from './work-card.tsx'
import { withOptional, workColumns } from './work-columns.tsx'

const face: RowFace<InboxItem> = {
  path: (row) => `/x/${row.id}`,
  no: (row) => row.no,
  kind: (row) => row.kind_label,
  marks: (row) => (row.is_supervised ? [{ key: 's', text: '督' }] : []),
  since: { title: '登记日期', sortBy: 'created_at', value: (row) => row.created_at },
}
const columns = workColumns(face, [{ key: 'own', title: '对象', width: 132, render: () => '甲' }])
const cell = (key: string, row: InboxItem) =>
  render(
    <MemoryRouter>
      <SessionContext value={makeSession()}>{columns.find((column) => column.key === key)?.render(row)}</SessionContext>
    </MemoryRouter>,
  )

it('is narrow enough for 1366 px with the tree beside it, once either body or place is put away', () => {
  for (const key of ['org', 'region']) {
    const shown = withOptional(columns, key).filter((column) => !column.isOptional && !column.isExportOnly)
    expect(shown.reduce((sum, column) => sum + (column.width ?? 120), 0)).toBeLessThanOrEqual(938)
  }
})

it('says of no term, of nobody named and of closed work what there is to say', () => {
  const closed = makeItem({ is_open: false, due_at: null, handler_name: null, light: 'red' })
  cell('due', closed)
  expect(screen.getByText('—')).toBeTruthy()
  cell('handler', closed)
  expect(screen.getByText('未指派')).toBeTruthy()
  cell('light', closed)
  expect(screen.getByText('已结')).toBeTruthy()
  expect(columns.find((column) => column.key === 'light')?.text?.(closed)).toBe('已结')
})

it('has the number below the title that leads to the record, and in the export for itself', () => {
  const row = makeItem({ is_supervised: true })
  cell('title', row)
  expect(screen.getByRole('link', { name: '督超市出售过期牛奶' }).getAttribute('href')).toBe(`/x/${row.id}`)
  expect(screen.getByText('投诉 TS20261121000001')).toBeTruthy()
  expect(columns.flatMap((column) => (column.text ? [column.title] : []))).toEqual(
    '预警 标题 状态 承办人 到期日 承办单位 地区 登记日期 类型 编号'.split(' '),
  )
})

it('makes a card with the facts that there are', () => {
  render(
    <MemoryRouter>
      <WorkCard row={makeItem({ handler_name: '王芳' })} face={face} facts={['惠民超市', false]} />
    </MemoryRouter>,
  )
  expect(screen.getByText('惠民超市')).toBeTruthy()
  expect(screen.getByText('承办人：王芳')).toBeTruthy()
  expect(screen.getByText('投诉 · 待签收')).toBeTruthy()
})
