import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ItemPage } from '@/widgets/item-page/ui/item-page.tsx'
import { claimTaskQuery } from '../api/claims.ts'
import { catalogPaths } from '../paths.ts'
import { ClaimTaskClaims } from '../ui/claim-task-claims.tsx'

export default function ClaimTaskPage() {
  const { id = '' } = useParams()
  return (
    <ItemPage
      query={useQuery(claimTaskQuery(id))}
      module="catalog"
      list={{ title: '认领任务', path: catalogPaths.claimTasks() }}
      files="catalog_claim_task"
      facts={(one) => <ClaimTaskClaims task={one} />}
    />
  )
}
