import { useQuery } from '@tanstack/react-query'
import { papersQuery } from '@/entities/paper/api/papers.ts'
import { PaperList } from '@/entities/paper/ui/paper-list.tsx'
import { QuerySection } from './item-section.tsx'

/** 文书: what was issued about this item; no section where nothing was. */
export function ItemPapers({ itemId }: { itemId: string }) {
  const query = useQuery(papersQuery(itemId))
  return (
    <QuerySection title="文书" query={query} isEmpty={(rows) => rows.length === 0}>
      {(rows) => <PaperList papers={rows} />}
    </QuerySection>
  )
}
