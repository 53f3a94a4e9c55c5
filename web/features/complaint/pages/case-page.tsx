import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { caseQuery } from '../api/get-case.ts'
import '../styles/case.css'
import { CaseDetail } from '../ui/case/case-detail.tsx'

export default function CasePage() {
  const { id = '' } = useParams()
  const query = useQuery(caseQuery(id))
  return <AsyncView query={query}>{(one) => <CaseDetail key={one.id} one={one} />}</AsyncView>
}
