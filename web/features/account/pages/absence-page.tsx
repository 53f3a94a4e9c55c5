import { useQuery } from '@tanstack/react-query'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { absencesQuery } from '@/entities/work-item/api/absences.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { AbsenceForm } from '../ui/absence-form.tsx'
import { AbsenceList } from '../ui/absence-list.tsx'

export default function AbsencePage() {
  const { officer_id: officerId } = useSession()
  const query = useQuery(absencesQuery(officerId))
  const own = query.data?.filter((one) => one.officer_id === officerId) ?? []
  const deputised = query.data?.filter((one) => one.deputy_id === officerId) ?? []
  return (
    <Page title="外出代办">
      <div className="form-pair">
        <Panel title="登记外出" className="form-card">
          <AbsenceForm />
        </Panel>
        <div className="form-pair-side">
          <Panel title="我的登记">
            <AsyncView query={query} isEmpty={() => own.length === 0} empty="还没有登记过外出">
              {() => <AbsenceList rows={own} isOwn />}
            </AsyncView>
          </Panel>
          {deputised.length > 0 && (
            <Panel title="由我代办">
              <AbsenceList rows={deputised} isOwn={false} />
            </Panel>
          )}
        </div>
      </div>
    </Page>
  )
}
