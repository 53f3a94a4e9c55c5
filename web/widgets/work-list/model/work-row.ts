import type { Light } from '@/entities/work-item/model/work-item.ts'

/** What every list of work shows of a row. */
export interface WorkRow {
  title: string
  state_label: string
  light: Light
  is_open: boolean
  due_at: string | null
  due_is_provisional: boolean
  workdays_left: number | null
  handler_name: string | null
  org_name: string
  region_name: string
}

export interface RowMark {
  key: string
  /** One to three signs. */
  text: string
  title?: string
  tone?: 'ask' | 'urge'
}

/** How a module's rows are named and where they lead. */
export interface RowFace<Row> {
  path: (row: Row) => string
  no: (row: Row) => string
  kind: (row: Row) => string
  /** What stands out before the title: 督, 催. */
  marks: (row: Row) => RowMark[]
  /** The day it began, by which the list is ordered. */
  since: { title: string; sortBy: string; value: (row: Row) => string }
}
