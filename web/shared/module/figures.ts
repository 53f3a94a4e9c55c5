import { z } from 'zod'

export interface FiguresRequest {
  region: number
  line: string | undefined
  /** Days, both included. */
  from: string
  to: string
  by: GroupBy
  /** No more groups than these, the first ones. */
  top?: number
}

/** Every function groups by these; a module may have groups of its own. Bodies come with the most that is late first. */
export type GroupBy = 'region' | 'line' | 'month' | 'org' | 'hour' | (string & {})

/** What the figures function of every flow returns for each group. */
export const figureSchema = z.object({
  key: z.string(),
  label: z.string(),
  received: z.number(),
  open: z.number(),
  /** Open and past its end. */
  late: z.number(),
  closed: z.number(),
  on_time: z.number(),
  rated: z.number().default(0),
  satisfied: z.number().default(0),
})
export type Figure = z.infer<typeof figureSchema>
export type Counts = Omit<Figure, 'key' | 'label'>

/** Of which rows a number speaks: what every list of work can be narrowed by. */
export interface RowsLink {
  region?: number
  exact?: boolean
  line?: string
  /** Only where the source `hasOrgRows`. */
  org?: string
  open?: boolean
  closed?: boolean
  late?: boolean
  /** Not late. */
  timely?: boolean
  /** A part of a day of the week in which it came in; only where the source `hasSlotRows`. */
  slot?: string
  from?: string
  to?: string
}

export interface Measure {
  key: string
  title: string
  /** What is counted, so that nobody has to ask. */
  definition: string
  /** Nothing to say of: null. */
  of: (counts: Counts) => number | null
  /** Of a count: its rows. Without it the measure is a rate between 0 and 1. */
  rows?: RowsLink
  /** As of now, whatever the period: comparing it with another period says nothing. */
  isAsOfNow?: true
}

/** Something that a module's figures are grouped by besides place and line, e.g. what they are about. */
export interface OwnGroup {
  by: string
  title: string
  /** To the rows of one of them. */
  linkOf: (key: string, rows: RowsLink) => string
}

/** A module's figures, for their own page and for the landing page. */
export interface FiguresSource {
  /** Query root of the module. */
  module: string
  title: string
  path: string
  measures: readonly Measure[]
  read: (request: FiguresRequest, signal: AbortSignal) => Promise<Figure[]>
  linkOf: (rows: RowsLink) => string
  own?: OwnGroup
  /** Its list can be narrowed to one body. */
  hasOrgRows?: true
  /** And to what came in at some hours of a day of the week. */
  hasSlotRows?: true
}
