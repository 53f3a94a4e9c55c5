import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import { ItemPage } from '@/widgets/item-page/ui/item-page.tsx'
import { caseQuery } from '../api/get-case.ts'
import { complaintPaths } from '../paths.ts'
import '../styles/case.css'
import { AnswerList } from '../ui/case/answer-list.tsx'
import { CaseFacts } from '../ui/case/case-facts.tsx'
import { CaseHistory } from '../ui/case/case-history.tsx'
import { MaterialList } from '../ui/case/material-list.tsx'
import { ReporterCard } from '../ui/case/reporter-card.tsx'
import { RouteReasons } from '../ui/case/route-reasons.tsx'
import { SatisfactionCard } from '../ui/case/satisfaction-card.tsx'
import { SubjectCard } from '../ui/case/subject-card.tsx'
import { useRouteProposals } from '../ui/case/use-route-proposals.ts'

export default function CasePage() {
  const { id = '' } = useParams()
  return (
    <ItemPage
      query={useQuery(caseQuery(id))}
      module="complaint"
      list={{ title: '投诉举报', path: complaintPaths.list() }}
      files="complaint_case"
      useProposals={useRouteProposals}
      facts={(one) => (
        <>
          <CaseFacts one={one} />
          <SubjectCard one={one} />
          <MaterialList caseId={one.id} />
          <AnswerList caseId={one.id} />
        </>
      )}
      beside={(one) => (
        <>
          <CaseHistory one={one} />
          <SatisfactionCard caseId={one.id} itemId={one.item_id} />
          <RouteReasons caseId={one.id} orgId={one.org_id} />
          <ReporterCard one={one} />
        </>
      )}
    />
  )
}
