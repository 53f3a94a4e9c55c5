import type { ReactNode } from 'react'

export interface DataColumn<Row> {
  key: string
  title: string
  width?: number
  /** Takes the room that is left; `width` is then its least. */
  grows?: boolean
  /** Column of the view to order by; absent = cannot be sorted. */
  sortBy?: string
  isFixed?: boolean
  /** Cannot be put away, e.g. the number that leads to the record. */
  isRequired?: boolean
  /** Put away until somebody asks for it. */
  isOptional?: boolean
  /** Not on screen, where another column says it. */
  isExportOnly?: boolean
  align?: 'left' | 'right' | 'center'
  render: (row: Row) => ReactNode
  /** Text for export; absent = not exported. */
  text?: (row: Row) => string | number | null
}
