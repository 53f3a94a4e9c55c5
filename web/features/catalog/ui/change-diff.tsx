import { diffOfBodies, type Piece } from '@/entities/catalog-item/model/diff.ts'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { itemFields, moreItemFields, type ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import '../styles/change.css'

/** What it is and what it will be, element by element; what did not change is left out. */
export function ChangeDiff({ label, before, after, words }: { label: string; before: ItemBody; after: ItemBody; words: ItemWords }) {
  const changed = diffOfBodies(before, after, words)
  if (changed.length === 0) return <p className="empty-line">与现行内容相同</p>
  return (
    <ScrollBox label={`${label}：变更前后对比`}>
      <table className="change-diff">
        <thead>
          <tr>
            <th scope="col">要素</th>
            <th scope="col">变更前</th>
            <th scope="col">变更后</th>
          </tr>
        </thead>
        <tbody>
          {changed.map((one) => (
            <tr key={one.key}>
              <th scope="row">{one.label}</th>
              <td>
                <Marked pieces={one.before} Mark="del" />
              </td>
              <td>
                <Marked pieces={one.after} Mark="ins" />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  )
}

function Marked({ pieces, Mark }: { pieces: readonly Piece[]; Mark: 'del' | 'ins' }) {
  if (pieces.every(({ text }) => text === '')) return <span className="muted">（无）</span>
  // A piece is where it is: nothing else tells one from another.
  return pieces.map(({ text, isChanged }, index) => (isChanged ? <Mark key={index}>{text}</Mark> : <span key={index}>{text}</span>))
}

/** An item with all that it says. `main`: of one whose main item is not there yet. */
export function WholeItem({ body, words, main }: { body: ItemBody; words: ItemWords; main?: string | null }) {
  return (
    <dl className="whole-item">
      {[...itemFields, ...moreItemFields.filter(({ key }) => key !== 'state')].map(({ key, label, text }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd>{key === 'main_code' && main ? `${main}（新增主项）` : text(body, words)}</dd>
        </div>
      ))}
    </dl>
  )
}
