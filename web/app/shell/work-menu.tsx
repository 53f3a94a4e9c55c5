import { NavLink } from 'react-router'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { modules } from '../modules.ts'
import { navIcons } from './nav-icons.tsx'

const entries = modules.flatMap((module) => module.nav)
const isParent = (path: string) => entries.some((other) => other.path !== path && other.path.startsWith(`${path}/`))

/** Drawn from the manifests; what the officer may not open is not offered. */
export function WorkMenu({ onNavigate }: { onNavigate?: () => void }) {
  const session = useSession()
  const visible = entries.filter((entry) => can(session, entry.permission))
  return (
    <nav className="work-menu" aria-label="工作导航">
      {[...new Set(visible.map((entry) => entry.group))].map((group) => (
        <section key={group} aria-label={group}>
          <p>{group}</p>
          <ul>
            {visible
              .filter((entry) => entry.group === group)
              .map(({ path, title, icon }) => (
                <li key={path}>
                  <NavLink to={path} end={isParent(path)} onClick={onNavigate}>
                    {navIcons[icon]}
                    {title}
                  </NavLink>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
