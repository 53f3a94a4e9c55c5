import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useParams } from 'react-router'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { useModules } from '@/shared/module/module-context.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { WorkNotFound } from './not-found.tsx'
import { useOffered } from './use-offered.ts'

export function ItemRedirect() {
  const { itemId = '' } = useParams()
  const { state } = useLocation()
  const query = useQuery(itemQuery(itemId))
  const modules = useModules()
  const offered = useOffered()
  return (
    <AsyncView query={query}>
      {({ kind, record_id: recordId }) => {
        const module = modules.find(({ kinds }) => kinds && Object.hasOwn(kinds, kind))
        const page = module?.kinds?.[kind]
        if (!module || !page) return <WorkNotFound />
        return offered(module) ? <Navigate to={page(recordId)} state={state} replace /> : <WorkNotFound isSwitchedOff />
      }}
    </AsyncView>
  )
}
