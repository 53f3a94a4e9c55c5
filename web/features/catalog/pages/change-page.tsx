import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ItemPage } from '@/widgets/item-page/ui/item-page.tsx'
import { changeQuery } from '../api/changes.ts'
import { catalogPaths } from '../paths.ts'
import { ChangeFacts } from '../ui/change-facts.tsx'
import { ChangeParts } from '../ui/change-parts.tsx'

export default function ChangePage() {
  const { id = '' } = useParams()
  return (
    <ItemPage
      query={useQuery(changeQuery(id))}
      module="catalog"
      list={{ title: '动态调整', path: catalogPaths.changes() }}
      files="catalog_change"
      facts={(one) => (
        <>
          <ChangeFacts one={one} />
          <ChangeParts id={one.id} />
        </>
      )}
    />
  )
}
