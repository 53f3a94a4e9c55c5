import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { actsOn, type Claim, type ClaimAct } from '../model/claim.ts'
import { ClaimBar } from './claim-bar.tsx'
import { ClaimCard, claimColumns } from './claim-columns.tsx'
import { ClaimCompare } from './claim-compare.tsx'
import { ClaimDialog } from './claim-dialog.tsx'

/** The same table of claims on their list and on the page of a task: columns, what can be picked, what can be said to it. */
export function useClaimTable(rows: readonly Claim[], isOwn: boolean) {
  const session = useSession()
  const grounds = useQuery(codesQuery('catalog.decline_ground')).data ?? []
  const [keys, setKeys] = useState<string[]>([])
  const [doing, setDoing] = useState<{ act: ClaimAct; claims: Claim[] } | null>(null)
  const [compared, setCompared] = useState<Claim | null>(null)
  const options = { groundOf: (code: string) => grounds.find((one) => one.code === code)?.label ?? code, onCompare: setCompared, isOwn }
  const picked = rows.filter(({ id }) => keys.includes(String(id)))
  const mayAct = session.permissions.includes('catalog.claim') || session.permissions.includes('catalog.review')
  return {
    columns: claimColumns(options),
    card: (claim: Claim) => <ClaimCard claim={claim} {...options} />,
    rowKey: (claim: Claim) => String(claim.id),
    clear: () => setKeys([]),
    pickAll: () => setKeys(rows.filter((claim) => actsOn(claim, session).length > 0).map(({ id }) => String(id))),
    selection: mayAct
      ? {
          keys,
          onChange: setKeys,
          canPick: (claim: Claim) => actsOn(claim, session).length > 0,
          nameOf: (claim: Claim) => `${claim.item_name}（${claim.org_name}）`,
        }
      : undefined,
    bar: picked.length > 0 && <ClaimBar claims={picked} onPick={(act) => setDoing({ act, claims: picked })} onClear={() => setKeys([])} />,
    dialogs: (
      <>
        {doing && (
          <ClaimDialog
            {...doing}
            onClose={() => {
              setDoing(null)
              setKeys([])
            }}
          />
        )}
        {compared && <ClaimCompare claim={compared} onClose={() => setCompared(null)} />}
      </>
    ),
  }
}
