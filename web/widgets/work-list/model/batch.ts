/** What a row must tell for something to be done to many at once. */
export interface BatchRow {
  item_id: string
  org_id: string
  title: string
  state: string
  is_open: boolean
  handler_id: string | null
}

/** An action that a module allows for many at once. */
export interface BatchAction<Row extends BatchRow> {
  action: string
  label: string
  permission: string
  /** Why it does not fit an open row; the database decides again for each. */
  reasonAgainst: (row: Row) => string | null
  /** Asks who shall do it, and why when somebody else was named before. */
  namesHandler?: true
}

export interface BatchPlan<Row> {
  fit: Row[]
  skipped: { reason: string; count: number }[]
}

/** Which of the picked rows an action fits, and why not the others. */
export function planBatch<Row extends BatchRow>({ reasonAgainst }: Pick<BatchAction<Row>, 'reasonAgainst'>, rows: readonly Row[]): BatchPlan<Row> {
  const skipped = new Map<string, number>()
  const fit = rows.filter((row) => {
    const reason = row.is_open ? reasonAgainst(row) : '已办结'
    if (reason) skipped.set(reason, (skipped.get(reason) ?? 0) + 1)
    return reason === null
  })
  return { fit, skipped: [...skipped].map(([reason, count]) => ({ reason, count })) }
}

export const mayBatch = <Row extends BatchRow>(actions: readonly BatchAction<Row>[], permissions: readonly string[]) =>
  actions.filter(({ permission }) => permissions.includes(permission))

/** Kept under one name for the action and what was picked: a reason written for these is none for others. */
export const batchDraft = ({ action }: { action: string }, rows: readonly { item_id: string }[]) =>
  `batch:${action}:${rows
    .map((row) => row.item_id)
    .sort()
    .join(',')}`
