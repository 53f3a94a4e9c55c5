import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ItemSection } from '@/widgets/item-page/ui/item-section.tsx'
import { bodiesQuery, changePartsQuery } from '../api/changes.ts'
import { impactQuery } from '../api/get-impact.ts'
import { impactPath, partActionLabels, touchedCodes, type ChangePart } from '../model/change.ts'
import { catalogPaths } from '../paths.ts'
import { ChangeDiff, WholeItem } from './change-diff.tsx'
import '../styles/change.css'

/** Each item with what it is and what it will be, and what else that touches. */
export function ChangeParts({ id }: { id: string }) {
  const parts = useQuery(changePartsQuery(id))
  return (
    <>
      <ItemSection title="调整的事项">
        <AsyncView query={parts} isEmpty={(rows) => rows.length === 0}>
          {(rows) => <Parts parts={rows} />}
        </AsyncView>
      </ItemSection>
      {parts.data && touchedCodes(parts.data).length > 0 && <Impacts codes={touchedCodes(parts.data)} />}
    </>
  )
}

function Parts({ parts }: { parts: readonly ChangePart[] }) {
  const seen = parts.flatMap(({ item_code: code, base_version: version }) => (code !== null && version !== null ? [{ code, version }] : []))
  const bodies = useQuery(bodiesQuery(seen))
  const before = (part: ChangePart) => bodies.data?.get(`${part.item_code ?? ''}@${part.base_version ?? 0}`)
  const words = useItemWords(parts.flatMap((part) => [before(part), part.body]).flatMap((body) => body?.bases.map((one) => one.law_code) ?? []))
  if (seen.length > 0 && !bodies.data) return <AsyncView query={bodies}>{() => <></>}</AsyncView>
  return (
    <ol className="change-parts">
      {parts.map((part) => (
        <li key={part.id}>
          <Part part={part} before={before(part)} words={words} />
        </li>
      ))}
    </ol>
  )
}

function Part({ part, before, words }: { part: ChangePart; before: ItemBody | undefined; words: ItemWords }) {
  const name = before?.name ?? part.body?.name ?? part.item_code ?? ''
  return (
    <article aria-label={`${partActionLabels[part.action]} ${name}`}>
      <header className="change-part-head">
        <span className={`change-action is-${part.action}`}>{partActionLabels[part.action]}</span>
        <h3 className="typed-title">{part.item_code === null ? name : <Link to={catalogPaths.item(part.item_code)}>{name}</Link>}</h3>
        <span className="muted">
          {part.item_code ?? '编码在发布时给出'}
          {part.base_version !== null && `，依据第 ${part.base_version} 版`}
          {part.result_version !== null && `，已发布为第 ${part.result_version} 版`}
        </span>
      </header>
      {part.action === 'add' && part.body && <WholeItem body={part.body} words={words} main={part.main_name} />}
      {part.action === 'amend' && part.body && before && <ChangeDiff label={name} before={before} after={part.body} words={words} />}
      {part.action !== 'add' && part.action !== 'amend' && (
        <details className="change-now">
          <summary>{stateWords[part.action]}；查看现行内容</summary>
          {before && <WholeItem body={before} words={words} />}
        </details>
      )}
    </article>
  )
}

const stateWords = { suspend: '自生效日起暂停实施', resume: '自生效日起恢复实施', repeal: '自生效日起取消，不再实施' } as const

function Impacts({ codes }: { codes: readonly string[] }) {
  const query = useQuery(impactQuery(codes))
  return (
    <ItemSection title="影响">
      <AsyncView query={query} empty="没有受影响的内容" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <ul className="impacts">
            {rows.map(({ label, amount, path }) => (
              <li key={label}>
                <span>{label}</span>
                {amount === 0 ? (
                  <strong>0</strong>
                ) : (
                  <Link to={impactPath(path, codes)} aria-label={`${label} ${amount.toLocaleString('zh-CN')}，查看清单`}>
                    <strong>{amount.toLocaleString('zh-CN')}</strong>
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </AsyncView>
    </ItemSection>
  )
}
