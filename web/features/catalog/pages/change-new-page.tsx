import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { latestVersion, useProposeChange } from '../api/changes.ts'
import { actionOf, toRequest, withAction, type PartDraft } from '../model/change-request.ts'
import { changeTypes, type ChangeType } from '../model/change.ts'
import { catalogPaths } from '../paths.ts'
import { ChangeForm } from '../ui/change-form.tsx'
import { emptyBody } from '../ui/change-parts-field.tsx'

/** 申请调整, of nothing yet or of the item that the link names. */
export default function ChangeNewPage() {
  const [params] = useSearchParams()
  const given = params.get('code')
  const code = given !== null && /^\d{14}$/.test(given) ? given : null
  const type = changeTypes.find((one) => one === params.get('type')) ?? 'amend'
  const start = useQuery({ queryKey: ['catalog', 'latest', code], enabled: code !== null, queryFn: () => latestVersion(code ?? '') })
  const first = (action: ChangeType): PartDraft[] =>
    start.data
      ? [
          withAction(
            { id: 'first', action: actionOf(action), item_code: start.data.key, item_name: start.data.body.name, before: start.data.body },
            actionOf(action),
          ),
        ]
      : []
  return (
    <Page title="申请调整监管事项" subtitle="提出后由本级协调机构审核，报最上一级协调机构发布">
      {code === null || type === 'add' ? (
        <NewForm key={type} type={type} parts={[]} code="" />
      ) : (
        <AsyncView query={start}>{() => <NewForm key={code} type={type} parts={first(type)} code={code} />}</AsyncView>
      )}
    </Page>
  )
}

function NewForm({ type, parts, code }: { type: ChangeType; parts: PartDraft[]; code: string }) {
  const { line_code: line } = useSession()
  const propose = useProposeChange()
  const navigate = useNavigate()
  // Made once: sent again it is the same request.
  const key = useMemo(() => randomId(), [])
  const own: PartDraft[] = type === 'add' ? [{ id: 'first', action: 'add', body: emptyBody(line ?? '') }] : parts
  return (
    <ChangeForm
      initial={{ key, type, reason: '', ground: '', from: undefined, parts: own }}
      draft={`catalog_change:new:${type}:${code}`}
      okText="提出申请"
      onSend={async (values) => {
        const id = await propose.mutateAsync({ key: values.key, type: values.type, ...toRequest(values) })
        await navigate(catalogPaths.change(id))
      }}
      onCancel={() => void navigate(catalogPaths.changes())}
    />
  )
}
