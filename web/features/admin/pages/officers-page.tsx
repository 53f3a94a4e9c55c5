import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { can } from '@/entities/session/model/can.ts'
import { Can } from '@/entities/session/ui/can.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { factorsQuery } from '../api/officer-factors.ts'
import { officersQuery, readOfficersPage, rolesQuery } from '../api/list-officers.ts'
import { manageOfficers } from '../model/manage-officers.ts'
import { isAdministrator, type Officer, type OfficerName } from '../model/officer.ts'
import { officersSearch } from '../model/officers-filter.ts'
import '../styles/admin.css'
import { AskChangeDialog, type WantedChange } from '../ui/ask-change-dialog.tsx'
import { InviteDialog } from '../ui/invite-dialog.tsx'
import { InviteTableDialog } from '../ui/invite-table-dialog.tsx'
import { OfficerActs } from '../ui/officer-acts.tsx'
import { OfficerCard } from '../ui/officer-card.tsx'
import { OfficerFilters } from '../ui/officer-filters.tsx'
import { officerColumns } from '../ui/officer-columns.tsx'
import { OpenInvitations } from '../ui/open-invitations.tsx'
import { RoleDialog } from '../ui/role-dialog.tsx'
import { WaitingOfficers } from '../ui/waiting-officers.tsx'

export default function OfficersPage() {
  const session = useSession()
  const isManager = can(session, manageOfficers)
  const address = useListAddress('officers', officersSearch)
  const { state, update } = address
  const query = useQuery({ ...officersQuery(state), enabled: address.isDecided })
  const roles = useQuery(rolesQuery)
  const shown = query.data?.rows.map(({ id }) => id) ?? []
  const factors = useQuery({ ...factorsQuery(shown), enabled: can(session, 'officer.invite') && shown.length > 0 })
  const [isInviting, setInviting] = useState<'one' | 'many'>()
  const [changing, setChanging] = useState<OfficerName>()
  const [wanted, setWanted] = useState<WantedChange>()
  const roleNames = useMemo(() => new Map(roles.data?.map(({ code, name }) => [code, name])), [roles.data])
  function handleAsk(change: WantedChange) {
    setChanging(undefined)
    setWanted(change)
  }
  const actsOf = (officer: Officer) => ({
    officer,
    isAdministrator: isAdministrator(officer, roles.data ?? [], query.dataUpdatedAt),
    hasFactor: factors.data?.includes(officer.id) ?? false,
    onRoles: setChanging,
    onAsk: handleAsk,
  })
  return (
    <ListPage
      list="officers"
      title={isManager ? '人员管理' : '通讯录'}
      actions={
        <Can permission="officer.invite">
          <Button onClick={() => setInviting('many')}>批量邀请</Button>
          <Button type="primary" onClick={() => setInviting('one')}>
            邀请人员
          </Button>
        </Can>
      }
      search={officersSearch}
      address={address}
      names={{ role: state.role && roleNames.get(state.role) }}
      tree="bodies"
      head={
        <Can permission="officer.grant">
          <WaitingOfficers onRoles={setChanging} onAsk={handleAsk} />
        </Can>
      }
      filters={<OfficerFilters filter={state} roleNames={roleNames} onChange={update} />}
      table={{
        label: '人员',
        query,
        columns: officerColumns(roleNames, isManager ? (officer) => <OfficerActs {...actsOf(officer)} /> : undefined),
        rowKey: (row) => row.id,
        card: (officer) => <OfficerCard roleNames={roleNames} {...actsOf(officer)} />,
        empty: '没有符合条件的人员',
        readPage: (offset, limit) => readOfficersPage(state, offset, limit),
      }}
    >
      <Can permission="officer.invite">
        <OpenInvitations />
      </Can>
      {changing && <RoleDialog officer={changing} onAsk={handleAsk} onClose={() => setChanging(undefined)} />}
      {wanted && <AskChangeDialog wanted={wanted} onClose={() => setWanted(undefined)} />}
      {isInviting === 'one' && <InviteDialog orgId={session.org_id} onClose={() => setInviting(undefined)} />}
      {isInviting === 'many' && <InviteTableDialog onClose={() => setInviting(undefined)} />}
    </ListPage>
  )
}
