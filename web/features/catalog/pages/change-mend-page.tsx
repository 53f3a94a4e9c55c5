import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from 'react-router'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { bodiesQuery, changePartsQuery, changeQuery, useMendChange } from '../api/changes.ts'
import { toRequest, toValues } from '../model/change-request.ts'
import type { Change, ChangePart } from '../model/change.ts'
import { catalogPaths } from '../paths.ts'
import { ChangeForm } from '../ui/change-form.tsx'

/** A request that was returned is put right here; it is sent again from its own page. */
export default function ChangeMendPage() {
  const { id = '' } = useParams()
  const change = useQuery(changeQuery(id))
  const parts = useQuery(changePartsQuery(id))
  return (
    <Page title="修改调整申请" subtitle={change.data?.title}>
      <AsyncView query={change}>
        {(one) =>
          one.state === 'mending' ? (
            <AsyncView query={parts}>{(rows) => <MendForm one={one} parts={rows} />}</AsyncView>
          ) : (
            <StateMessage title="现在不能修改" text={`只有退回修改的申请可以修改；这一份现在的状态是“${one.state_label}”。`} />
          )
        }
      </AsyncView>
    </Page>
  )
}

function MendForm({ one, parts }: { one: Change; parts: readonly ChangePart[] }) {
  const item = useQuery(itemQuery(one.item_id))
  const seen = parts.flatMap(({ item_code: code, base_version: version }) => (code !== null && version !== null ? [{ code, version }] : []))
  const bodies = useQuery(bodiesQuery(seen))
  const mend = useMendChange()
  const navigate = useNavigate()
  const back = () => navigate(catalogPaths.change(one.id))
  if (seen.length > 0 && !bodies.data) return <AsyncView query={bodies}>{() => <></>}</AsyncView>
  return (
    <AsyncView query={item}>
      {({ version }) => (
        <ChangeForm
          initial={toValues(one, parts, bodies.data ?? new Map())}
          draft={`catalog_change:mend:${one.id}`}
          okText="保存修改"
          isTypeFixed
          onSend={async (values) => {
            await mend.mutateAsync({ id: one.id, version, ...toRequest(values) })
            await back()
          }}
          onCancel={() => void back()}
        />
      )}
    </AsyncView>
  )
}
