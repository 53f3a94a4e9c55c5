import { Menu, type MenuProps } from 'antd'
import { Link, useLocation } from 'react-router'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { modules } from '../modules.ts'
import { navIcons } from './nav-icons.tsx'

const entries = modules.flatMap((module) => module.nav)

export function WorkMenu({ onNavigate }: { onNavigate?: () => void }) {
  const session = useSession()
  const { pathname } = useLocation()
  const visible = entries.filter((entry) => can(session, entry.permission))
  const current = visible
    .filter(({ path }) => pathname === path || pathname.startsWith(`${path}/`))
    .sort((a, b) => b.path.length - a.path.length)[0]
  const items: MenuProps['items'] = [...new Set(visible.map((entry) => entry.group))].map((group) => ({
    key: group,
    type: 'group',
    label: group,
    children: visible
      .filter((entry) => entry.group === group)
      .map(({ path, title, icon }) => ({ key: path, icon: navIcons[icon], label: <Link to={path}>{title}</Link> })),
  }))
  return (
    <nav aria-label="工作导航">
      <Menu theme="dark" mode="inline" items={items} selectedKeys={current ? [current.path] : []} {...(onNavigate ? { onClick: onNavigate } : {})} />
    </nav>
  )
}
