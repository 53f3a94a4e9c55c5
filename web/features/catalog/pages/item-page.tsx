import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { Link, useNavigate, useParams, useSearchParams } from 'react-router'
import { itemQuery, itemVersionsQuery } from '@/entities/catalog-item/api/get-item.ts'
import { ItemStateTag } from '@/entities/catalog-item/ui/item-state-tag.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { PrintButton } from '@/shared/ui/print-button.tsx'
import { dayOf } from '../model/day.ts'
import { proposalsFor } from '../model/may-propose.ts'
import { catalogPaths } from '../paths.ts'
import '../styles/work.css'
import { ItemReading } from '../ui/item/item-reading.tsx'
import { LapsingTag } from '../ui/items/item-columns.tsx'
import { OfficerPanel } from '../ui/items/officer-panel.tsx'

/** The item as everybody reads it, and what an officer may ask for it. */
export default function ItemPage() {
  const { code = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const navigate = useNavigate()
  const session = useSession()
  const item = useQuery(itemQuery(code))
  const versions = useQuery(itemVersionsQuery(code))
  const row = item.data
  return (
    <Page
      title={row?.name ?? '监管事项'}
      isTyped
      subtitle={
        row && (
          <>
            {row.line_name} · {row.main_name} · {row.code} <ItemStateTag state={row.state} /> <LapsingTag row={row} />{' '}
            <Link to={catalogPaths.list()}>全部监管事项</Link>
          </>
        )
      }
      actions={
        row && (
          <div className="catalog-acts">
            <PrintButton />
            {proposalsFor(row, session).map(({ type, label }) => (
              <Button key={type} type={type === 'amend' ? 'primary' : 'default'} onClick={() => void navigate(catalogPaths.newChange(type, code))}>
                {label}
              </Button>
            ))}
          </div>
        )
      }
    >
      <AsyncView query={item}>
        {(known) => (
          <>
            <OfficerPanel item={known} />
            <AsyncView query={versions}>
              {(all) => (
                <ItemReading
                  item={known}
                  versions={all}
                  day={dayOf(params.get('day'))}
                  onDay={(day) => setParams(day ? { day } : {})}
                  pathOf={(other) => catalogPaths.item(other)}
                />
              )}
            </AsyncView>
          </>
        )}
      </AsyncView>
    </Page>
  )
}
