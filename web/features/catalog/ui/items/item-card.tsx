import { Link } from 'react-router'
import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import { ItemStateTag } from '@/entities/catalog-item/ui/item-state-tag.tsx'
import { catalogPaths } from '../../paths.ts'
import { LapsingTag } from './item-columns.tsx'

/** A row on a phone. */
export function ItemCard({ row }: { row: CatalogItem }) {
  return (
    <>
      <Link to={catalogPaths.item(row.code)}>{row.name}</Link>
      <p>
        <ItemStateTag state={row.state} /> <LapsingTag row={row} />
        <span>{row.line_name}</span>
      </p>
      <p className="muted">
        <span>{row.main_name}</span>
        <span>{row.code}</span>
      </p>
    </>
  )
}
