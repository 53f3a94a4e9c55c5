import type { CSSProperties } from 'react'
import { Link } from 'react-router'

export interface Tile {
  key: string
  title: string
  /** Where it leads. */
  to: string
  /** Unknown yet: undefined. A tile without a number of its own leaves it out and says something instead. */
  count?: number | undefined
  note?: string | undefined
  isUrgent?: boolean
}

interface TilesProps {
  label: string
  tiles: readonly Tile[]
}

const oneRow = 8

/** Numbers that lead to what they count; of nothing there is nothing to see, so a zero leads nowhere. */
export function Tiles({ label, tiles }: TilesProps) {
  // More than a row holds: two rows of like length, not a full one and a straggler.
  const columns = tiles.length > oneRow ? Math.ceil(tiles.length / 2) : tiles.length
  return (
    <ul className="tiles" aria-label={label} style={{ '--tiles': columns } as CSSProperties}>
      {tiles.map((tile) => (
        <li key={tile.key} className={tile.isUrgent ? 'is-urgent' : undefined}>
          {tile.count === 0 ? (
            <div className="tile">
              <Content tile={tile} />
            </div>
          ) : (
            <Link className="tile" to={tile.to}>
              <Content tile={tile} />
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}

function Content({ tile: { title, count, note } }: { tile: Tile }) {
  return (
    <>
      <span>{title}</span> {note === undefined ? <strong>{count?.toLocaleString('zh-CN') ?? '…'}</strong> : <small>{note}</small>}
    </>
  )
}
