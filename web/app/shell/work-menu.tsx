import { NavLink } from 'react-router'
import { useModules } from '@/shared/module/module-context.ts'
import { navOf } from '../modules.ts'
import { useMenu } from './use-menu.ts'

/** Drawn from the manifests; what the officer may not open is not offered. */
export function WorkMenu({ onNavigate }: { onNavigate?: () => void }) {
  const menu = useMenu()
  const paths = navOf(useModules()).map((entry) => entry.path)
  const isParent = (path: string) => paths.some((other) => other.startsWith(`${path}/`))
  return (
    <nav className="work-menu" aria-label="工作导航">
      {[...new Set(menu.map((entry) => entry.group))].map((group) => (
        <section key={group} aria-label={group}>
          <p>{group}</p>
          <ul>
            {menu
              .filter((entry) => entry.group === group)
              .map(({ path, title, icon: Icon }) => (
                <li key={path}>
                  <NavLink to={path} end={isParent(path)} onClick={onNavigate}>
                    <Icon />
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
