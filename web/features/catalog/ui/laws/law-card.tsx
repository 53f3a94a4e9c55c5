import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import type { LawRow } from '../../model/law.ts'
import { LawButtons, LawItems, LawStanding, type LawActs } from './law-columns.tsx'

interface LawCardProps {
  law: LawRow
  words: ItemWords
  today: string
  acts: LawActs | undefined
}

/** A row on a phone. */
export function LawCard({ law, words, today, acts }: LawCardProps) {
  return (
    <>
      <strong>{law.title}</strong>
      <p>
        <LawStanding law={law} today={today} />
        <span>{words.code('lawKind', law.kind)}</span>
        <span>{law.doc_no}</span>
      </p>
      <p>
        <span>
          依据它的事项：
          <LawItems law={law} />
        </span>
        {law.successor_title && <span>由《{law.successor_title}》替代</span>}
      </p>
      {acts && (
        <p>
          <LawButtons law={law} today={today} acts={acts} />
        </p>
      )}
    </>
  )
}
