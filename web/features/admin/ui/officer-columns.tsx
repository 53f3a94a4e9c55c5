import type { ReactNode } from 'react'
import { formatDate } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { rolesOf, type Officer } from '../model/officer.ts'

export function officerColumns(
  roleNames: ReadonlyMap<string, string>,
  acts: ((officer: Officer) => ReactNode) | undefined,
): readonly DataColumn<Officer>[] {
  const roles = (row: Officer) => rolesOf(row, roleNames)
  return [
    { key: 'name', title: '姓名', width: 100, sortBy: 'name', isRequired: true, render: (row) => row.name, text: (row) => row.name },
    {
      key: 'org',
      title: '单位',
      width: 200,
      grows: true,
      render: (row) => (
        <span className="two-rows" title={row.orgs?.name}>
          {row.orgs?.name}
        </span>
      ),
      text: (row) => row.orgs?.name ?? '',
    },
    {
      key: 'title',
      title: '职务',
      width: 140,
      render: (row) => (
        <span className="two-rows" title={row.title}>
          {row.title || '—'}
        </span>
      ),
      text: (row) => row.title,
    },
    { key: 'roles', title: '角色', width: 160, render: (row) => roles(row) || '未分配', text: roles },
    {
      key: 'state',
      title: '账号',
      width: 72,
      render: (row) => (row.is_active ? '正常' : '已停用'),
      text: (row) => (row.is_active ? '正常' : '已停用'),
    },
    {
      key: 'created',
      title: '开通日期',
      width: 110,
      sortBy: 'created_at',
      render: (row) => formatDate(row.created_at),
      text: (row) => formatDate(row.created_at),
    },
    ...(acts ? [{ key: 'act', title: '操作', width: 200, render: acts }] : []),
  ]
}
