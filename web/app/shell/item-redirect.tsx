import { useQuery } from '@tanstack/react-query'
import { Navigate, useParams } from 'react-router'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { modules } from '../modules.ts'
import { NotFound } from './not-found.tsx'

const pages = Object.assign({}, ...modules.map((module) => module.itemPages ?? {})) as Record<string, (recordId: string) => string>

export function ItemRedirect() {
  const { itemId = '' } = useParams()
  const query = useQuery(itemQuery(itemId))
  return (
    <AsyncView query={query}>
      {(item) => {
        const page = pages[item.kind]
        return page ? <Navigate to={page(item.record_id)} replace /> : <NotFound home="/work" homeName="返回工作首页" />
      }}
    </AsyncView>
  )
}
