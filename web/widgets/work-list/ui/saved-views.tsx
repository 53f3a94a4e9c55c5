import { DownOutlined } from '@ant-design/icons'
import type { MenuProps } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { MenuButton } from '@/shared/ui/menu-button.tsx'
import type { TableState } from '@/shared/ui/table-state.ts'
import type { ListAddress } from './use-list-address.ts'

// Their forms load when somebody opens them: most days nobody does.
const SaveView = lazy(async () => ({ default: (await import('./save-view.tsx')).SaveView }))
const ManageViews = lazy(async () => ({ default: (await import('./manage-views.tsx')).ManageViews }))

interface SavedViewsProps<State extends TableState> {
  list: string
  address: ListAddress<State>
  /** The present filter in words. */
  filterText: string
}

/** Filters under a name: picked again, made the one that the list opens with, renamed, deleted. */
export function SavedViews<State extends TableState>({ list, address: { views, query, show }, filterText }: SavedViewsProps<State>) {
  const [open, setOpen] = useState<'save' | 'manage' | null>(null)
  const saved = views.data ?? []
  const present = saved.find((view) => view.query === query)
  const items: NonNullable<MenuProps['items']> = [
    ...(saved.length === 0
      ? [{ key: 'none', label: views.isError ? '加载失败，请稍后重试' : views.isPending ? '正在加载' : '还没有常用筛选', disabled: true }]
      : saved.map((view) => ({ key: view.id, label: view.is_default ? `${view.name}（默认）` : view.name, onClick: () => show(view.query) }))),
    { type: 'divider' },
    { key: 'save', label: '保存当前筛选', onClick: () => setOpen('save') },
    { key: 'manage', label: '管理常用筛选', disabled: saved.length === 0, onClick: () => setOpen('manage') },
  ]
  return (
    <>
      <MenuButton
        icon={<DownOutlined aria-hidden />}
        iconPlacement="end"
        menu={{ items, selectable: true, selectedKeys: present ? [present.id] : [] }}
      >
        {present ? `常用筛选：${present.name}` : '常用筛选'}
      </MenuButton>
      <Suspense fallback={<></>}>
        {open === 'save' && <SaveView list={list} query={query} filterText={filterText} saved={saved} onClose={() => setOpen(null)} />}
        {open === 'manage' && <ManageViews list={list} saved={saved} onClose={() => setOpen(null)} />}
      </Suspense>
    </>
  )
}
