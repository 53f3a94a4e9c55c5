import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { itemFields, moreItemFields, type ItemWords } from '@/entities/catalog-item/model/item-fields.ts'

interface ItemElementsProps {
  code: string
  body: ItemBody
  words: ItemWords
}

/** The ten elements in the order and the words of the notices. */
export function ItemElements({ code, body, words }: ItemElementsProps) {
  return (
    <section className="sheet" aria-labelledby="item-elements">
      <h2 id="item-elements">目录要素</h2>
      <dl className="facts">
        <dt>事项编码</dt>
        <dd className="item-code">{code}</dd>
        {[...itemFields, ...moreItemFields].map(({ key, label, text }) => (
          <div key={key} className="item-element">
            <dt>{label}</dt>
            <dd>{text(body, words)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
