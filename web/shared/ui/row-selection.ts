export interface RowSelection<Row> {
  keys: readonly string[]
  onChange: (keys: string[]) => void
  canPick: (row: Row) => boolean
  /** What the box beside the row is called. */
  nameOf: (row: Row) => string
}
