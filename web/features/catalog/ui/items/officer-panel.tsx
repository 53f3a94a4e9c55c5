import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { impactQuery } from '../../api/get-impact.ts'
import { impactPath } from '../../model/change.ts'
import { catalogPaths } from '../../paths.ts'

/** What hangs on an item, for officers. */
export function OfficerPanel({ item }: { item: CatalogItem }) {
  const impact = useQuery(impactQuery([item.code]))
  return (
    <Panel title="变更会影响" className="catalog-panel no-print">
      <AsyncView query={impact} isEmpty={(rows) => rows.length === 0} empty="没有受影响的内容" wait={<p className="muted">正在统计</p>}>
        {(rows) => (
          <ul className="catalog-impact">
            {rows.map(({ label, amount, path }) => (
              <li key={label}>
                {label} <Link to={impactPath(path, [item.code])}>{amount}</Link>
              </li>
            ))}
            <li>
              <Link to={catalogPaths.claims({ scope: 'all', state: 'all', items: item.code })}>查看各单位认领情况</Link>
            </li>
          </ul>
        )}
      </AsyncView>
    </Panel>
  )
}
