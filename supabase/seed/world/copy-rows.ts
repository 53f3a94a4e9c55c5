/** COPY, the fastest way into a table: rows as text, in blocks, as they are made. */
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import postgres from 'postgres'

export type Cell = string | number | null
const escapes: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' }

export const copyLine = (cells: readonly Cell[]) =>
  `${cells.map((cell) => (cell === null ? '\\N' : String(cell).replaceAll(/[\\\t\n\r]/g, (mark) => escapes[mark] ?? mark))).join('\t')}\n`

/** Blocks of some hundred kilobytes: a row at a time would be a packet each. */
export function* blocksOf(lines: Iterable<string>): Generator<string> {
  let block = ''
  for (const line of lines) {
    block += line
    if (block.length < 200_000) continue
    yield block
    block = ''
  }
  if (block !== '') yield block
}

/** `target`: table and columns. All or nothing. */
export async function copyRows(dbUrl: string, target: string, lines: Iterable<string>): Promise<void> {
  const sql = postgres(dbUrl, { max: 1, onnotice: () => undefined, connection: { gin_pending_list_limit: '64MB' } })
  try {
    await pipeline(Readable.from(blocksOf(lines)), await sql.unsafe(`copy ${target} from stdin`).writable())
  } finally {
    await sql.end()
  }
}
