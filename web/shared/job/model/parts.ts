export type Cell = string | number | null

export interface ExportColumn<Row> {
  title: string
  text?: ((row: Row) => string | number | null) | undefined
}

/** Columns without a text are on screen only. */
export const exportedOf = <Row>(columns: readonly ExportColumn<Row>[]) => columns.flatMap(({ title, text }) => (text ? [{ title, text }] : []))

export const cellsOf = <Row>(columns: readonly { text: (row: Row) => Cell }[], row: Row): Cell[] => columns.map(({ text }) => text(row))

/** A request takes a megabyte, and a part a thousand rows. */
const maxLength = 300_000
const maxRows = 1_000

/** Rows in the pieces in which they are sent: by characters, of which Chinese ones take three bytes each. */
export function partsOf(rows: readonly Cell[][]): Cell[][][] {
  const parts: Cell[][][] = []
  let length = Infinity
  for (const row of rows) {
    const own = JSON.stringify(row).length
    const last = parts.at(-1)
    if (!last || length + own > maxLength || last.length === maxRows) {
      parts.push([row])
      length = own
    } else {
      last.push(row)
      length += own
    }
  }
  return parts
}
