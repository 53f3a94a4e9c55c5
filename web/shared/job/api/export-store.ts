import { create } from 'zustand'
import type { Cell } from '../model/parts.ts'

/** What a list gives for its export: the same reader and the same texts as on screen. */
export interface ExportSource<Row> {
  columns: readonly { title: string; text: (row: Row) => Cell }[]
  /** `after`: id of the row before, for a list that goes on from there instead of counting rows. */
  readPage: (offset: number, limit: number, after?: number) => Promise<Row[]>
}

export interface ExportOrder<Row> extends ExportSource<Row> {
  name: string
  filterText: string
  /** Of the page that the export is made on, where it can go on after the window was closed. */
  path: string
  total?: number | undefined
}

interface ExportState {
  /** Jobs that this window works on. */
  running: ReadonlySet<string>
  /** Jobs that this window has worked on: one that a rule stopped is taken up again by hand alone. */
  tried: ReadonlySet<string>
  /** What was stopped is gone on with by the page that it was begun on. */
  tryAgain: (id: string) => void
}

const without = (set: ReadonlySet<string>, id: string): ReadonlySet<string> => new Set([...set].filter((one) => one !== id))

export const useExportStore = create<ExportState>()((set) => ({
  running: new Set(),
  tried: new Set(),
  tryAgain: (id) => set(({ tried }) => ({ tried: without(tried, id) })),
}))

export const isRunning = (id: string) => useExportStore.getState().running.has(id)
export const begin = (id: string) =>
  useExportStore.setState(({ running, tried }) => ({ running: new Set([...running, id]), tried: new Set([...tried, id]) }))
export const end = (id: string) => useExportStore.setState(({ running }) => ({ running: without(running, id) }))
