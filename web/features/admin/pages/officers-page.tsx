import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { can } from '@/entities/session/model/can.ts'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useSearchState } from '@/shared/hooks/use-search-state.ts'
import { DataTable } from '@/shared/ui/data-table.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { officersQuery, readOfficersPage, rolesQuery } from '../api/list-officers.ts'
import { manageOfficers } from '../model/manage-officers.ts'
import type { Officer } from '../model/officer.ts'
import { officersSearch, type OfficersFilter } from '../model/officers-filter.ts'
import '../styles/admin.css'
import { InviteDialog } from '../ui/invite-dialog.tsx'
import { OfficerCard } from '../ui/officer-card.tsx'
import { OfficerFilters } from '../ui/officer-filters.tsx'
import { officerColumns } from '../ui/officer-columns.tsx'
import { OpenInvitations } from '../ui/open-invitations.tsx'
import { RoleDialog } from '../ui/role-dialog.tsx'

export default function OfficersPage() {
  const session = useSession()
  const isManager = can(session, manageOfficers)
  const { state, update } = useSearchState(officersSearch)
  const query = useQuery(officersQuery(state))
  const roles = useQuery(rolesQuery)
  const [isInviting, setInviting] = useState(false)
  const [changing, setChanging] = useState<string>()
  const changed = query.data?.rows.find((row) => row.id === changing)
  const roleNames = useMemo(() => new Map(roles.data?.map(({ code, name }) => [code, name])), [roles.data])
  const handleRoles = (officer: Officer) => setChanging(officer.id)
  const columns = officerColumns(roleNames, handleRoles)
  return (
    <Page
      title={isManager ? '人员管理' : '通讯录'}
      actions={
        <Can permission="officer.invite">
          <Button type="primary" onClick={() => setInviting(true)}>
            邀请人员
          </Button>
        </Can>
      }
    >
      <OfficerFilters filter={state} roleNames={roleNames} onChange={update} />
      <DataTable
        id="officers"
        label="人员"
        query={query}
        columns={columns}
        rowKey={(row) => row.id}
        state={state}
        onState={(patch) => update(patch as Partial<OfficersFilter>)}
        card={(officer) => <OfficerCard officer={officer} onRoles={handleRoles} />}
        empty="没有符合条件的人员"
        readPage={(offset, limit) => readOfficersPage(state, offset, limit)}
      />
      <Can permission="officer.invite">
        <OpenInvitations roleNames={roleNames} />
      </Can>
      {changed && <RoleDialog officer={changed} onClose={() => setChanging(undefined)} />}
      {isInviting && <InviteDialog orgId={session.org_id} onClose={() => setInviting(false)} />}
    </Page>
  )
}
