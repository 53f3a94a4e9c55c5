import { Button } from 'antd'
import { Link } from 'react-router'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { isRepealed, lawStanding, type LawRow } from '../../model/law.ts'
import { catalogPaths } from '../../paths.ts'

export interface LawActs {
  onAmend: (law: LawRow) => void
  onEnd: (law: LawRow) => void
}

export function LawStanding({ law, today }: { law: LawRow; today: string }) {
  const tone = isRepealed(law, today) ? 'repealed' : law.repealed_on ? 'suspended' : 'in_force'
  return <span className={`item-state item-state-${tone}`}>{lawStanding(law, today)}</span>
}

export function LawItems({ law }: { law: LawRow }) {
  if (law.item_count === 0) return <>0</>
  return (
    <Link to={catalogPaths.list({ law: law.code })} aria-label={`《${law.title}》：${law.item_count} 个事项`}>
      {law.item_count}
    </Link>
  )
}

export function LawButtons({ law, today, acts }: { law: LawRow; today: string; acts: LawActs }) {
  return (
    <>
      <Button size="small" type="link" aria-label={`更正《${law.title}》`} onClick={() => acts.onAmend(law)}>
        更正
      </Button>
      {!isRepealed(law, today) && (
        <Button size="small" type="link" danger aria-label={`登记《${law.title}》废止`} onClick={() => acts.onEnd(law)}>
          登记废止
        </Button>
      )}
    </>
  )
}

/** `acts` only for whoever keeps the laws. */
export function lawColumnsOf(words: ItemWords, today: string, acts: LawActs | undefined): readonly DataColumn<LawRow>[] {
  return [
    {
      key: 'title',
      title: '名称',
      width: 260,
      grows: true,
      sortBy: 'title',
      isRequired: true,
      render: (law) => <span title={law.title}>{law.title}</span>,
      text: (law) => law.title,
    },
    { key: 'doc_no', title: '文号', width: 150, render: (law) => <span title={law.doc_no}>{law.doc_no || '—'}</span>, text: (law) => law.doc_no },
    { key: 'kind', title: '效力级别', width: 100, render: (law) => words.code('lawKind', law.kind), text: (law) => words.code('lawKind', law.kind) },
    { key: 'issuer', title: '制定机关', width: 130, isOptional: true, render: (law) => law.issuer || '—', text: (law) => law.issuer },
    {
      key: 'from',
      title: '施行日期',
      width: 100,
      sortBy: 'in_force_on',
      render: (law) => law.in_force_on ?? '待核对',
      text: (law) => law.in_force_on ?? '',
    },
    {
      key: 'standing',
      title: '效力',
      width: 160,
      sortBy: 'repealed_on',
      render: (law) => <LawStanding law={law} today={today} />,
      text: (law) => lawStanding(law, today),
    },
    {
      key: 'successor',
      title: '替代它的',
      width: 160,
      render: (law) => (law.successor_title ? <span title={law.successor_title}>{law.successor_title}</span> : '—'),
      text: (law) => law.successor_title ?? '',
    },
    {
      key: 'items',
      title: '事项数',
      width: 90,
      align: 'right',
      sortBy: 'item_count',
      render: (law) => <LawItems law={law} />,
      text: (law) => law.item_count,
    },
    ...(acts
      ? [{ key: 'acts', title: '操作', width: 130, isRequired: true, render: (law: LawRow) => <LawButtons law={law} today={today} acts={acts} /> }]
      : []),
  ]
}
