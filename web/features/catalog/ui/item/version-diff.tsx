import { diffOfBodies, type Piece } from '@/entities/catalog-item/model/diff.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import type { ItemVersion } from '@/entities/catalog-item/model/item-version.ts'

interface VersionDiffProps {
  before: ItemVersion
  after: ItemVersion
  words: ItemWords
}

/** What a version changed: each element that differs, old and new, with the words that went and came. */
export function VersionDiff({ before, after, words }: VersionDiffProps) {
  const changed = diffOfBodies(before.body, after.body, words)
  return (
    <section className="sheet" aria-labelledby="item-diff">
      <h2 id="item-diff">第 {after.version} 版改了什么</h2>
      <p className="item-reason">
        自 {after.effective_from} 起。原因：{after.reason}
      </p>
      {changed.length === 0 ? (
        <p>与第 {before.version} 版的内容相同。</p>
      ) : (
        <ul className="item-changes">
          {changed.map(({ key, label, before: was, after: is }) => (
            <li key={key}>
              <h3 className="typed-title">{label}</h3>
              <p>
                <span className="item-change-side">原为</span> <Pieces pieces={was} mark="del" />
              </p>
              <p>
                <span className="item-change-side">现为</span> <Pieces pieces={is} mark="ins" />
              </p>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function Pieces({ pieces, mark: Mark }: { pieces: readonly Piece[]; mark: 'del' | 'ins' }) {
  return <>{pieces.map(({ text, isChanged }, i) => (isChanged ? <Mark key={i}>{text}</Mark> : <span key={i}>{text}</span>))}</>
}
