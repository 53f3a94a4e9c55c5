import { Link, useLocation } from 'react-router'
import { activePath } from './active-path.ts'
import { useMenu } from './use-menu.ts'

/** Drawn from the manifests; what the officer may not open is not offered. */
export function WorkMenu({ onNavigate }: { onNavigate?: () => void }) {
  const menu = useMenu()
  const active = activePath(
    useLocation().pathname,
    menu.map(({ path }) => path),
  )
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
                  <Link to={path} aria-current={path === active ? 'page' : undefined} onClick={onNavigate}>
                    <Icon aria-hidden={true} />
                    {title}
                  </Link>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}
