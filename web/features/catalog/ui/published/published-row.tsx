import { Link } from 'react-router'
import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import { ItemStateTag } from '@/entities/catalog-item/ui/item-state-tag.tsx'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { publishedPaths } from '../../public-paths.ts'

export function PublishedRow({ row }: { row: CatalogItem }) {
  const words = useItemWords()
  return (
    <li>
      <p className="catalog-row-name">
        <Link to={publishedPaths.publishedItem(row.code)}>{row.name}</Link>
        {row.state !== 'in_force' && <ItemStateTag state={row.state} />}
      </p>
      <p className="catalog-row-facts">
        <span>{row.line_name}</span>
        <span>{row.main_name}</span>
        <span>{row.methods.map((code) => words.code('method', code)).join('、')}</span>
      </p>
      <p className="catalog-row-facts">
        <span>对象：{row.objects}</span>
        <span className="catalog-code">{row.code}</span>
      </p>
    </li>
  )
}
