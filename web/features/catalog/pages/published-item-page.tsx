import { useQuery } from '@tanstack/react-query'
import { Link, useParams, useSearchParams } from 'react-router'
import { itemQuery, itemVersionsQuery } from '@/entities/catalog-item/api/get-item.ts'
import { ItemStateTag } from '@/entities/catalog-item/ui/item-state-tag.tsx'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { dayOf } from '../model/day.ts'
import { publishedPaths } from '../public-paths.ts'
import '../styles/published.css'
import { ItemReading } from '../ui/item/item-reading.tsx'

/** One item for everybody, as it is or as it was on a day. */
export default function PublishedItemPage() {
  const { code = '' } = useParams()
  const [params, setParams] = useSearchParams()
  const item = useQuery(itemQuery(code))
  const versions = useQuery(itemVersionsQuery(code))
  useDocumentTitle(item.data?.name ?? '监管事项')
  if (item.isError && toAppError(item.error).kind === 'not-found') return <Missing text={toAppError(item.error).message} />
  return (
    <article className="pub-wrap catalog">
      <p className="no-print">
        <Link to={publishedPaths.published()}>返回监管事项目录清单</Link>
      </p>
      <PublicAsync query={item} lines={6}>
        {(row) => (
          <>
            <header className="page-head">
              <p className="catalog-row-facts">
                <span>{row.line_name}</span>
                <span>{row.main_name}</span>
                <span className="catalog-code">{row.code}</span>
              </p>
              <h1 className="typed-title">
                {row.name} <ItemStateTag state={row.state} />
              </h1>
              <p className="no-print">
                <button type="button" className="btn" onClick={() => window.print()}>
                  打印这一项
                </button>
              </p>
            </header>
            <PublicAsync query={versions} lines={6}>
              {(all) => (
                <ItemReading
                  item={row}
                  versions={all}
                  day={dayOf(params.get('day'))}
                  onDay={(day) => setParams(day ? { day } : {})}
                  pathOf={(other) => publishedPaths.publishedItem(other)}
                />
              )}
            </PublicAsync>
          </>
        )}
      </PublicAsync>
    </article>
  )
}

function Missing({ text }: { text: string }) {
  return (
    <div className="pub-wrap narrow state-page">
      <h1>没有找到这一项</h1>
      <p>{text}。</p>
      <p>
        <Link className="btn btn-primary" to={publishedPaths.published()}>
          查找监管事项
        </Link>
      </p>
    </div>
  )
}
