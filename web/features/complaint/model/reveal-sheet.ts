import { z } from 'zod'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import type { RevealRow } from './case-parts.ts'

const thisMonth = () => todayInShanghai().slice(0, 7)

/** `2026-11`, this month first. */
export function monthsBefore(month: string, count: number): string[] {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return Array.from({ length: count }, (_unused, back) => {
    const index = year * 12 + number - 1 - back
    return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
  })
}

export function lastDayOf(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number)
  return addDays(`${number === 12 ? year + 1 : year}-${String((number % 12) + 1).padStart(2, '0')}-01`, -1)
}

export const monthWord = (month: string) => `${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`

const schema = z.object({
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .catch(thisMonth),
})

export const sheetSearch = {
  defaults: { month: '' },
  parse: (raw: Record<string, string>) => schema.parse(raw),
}

/** A number leads to the entries of the log that it counts. */
export const revealColumns: DataColumn<RevealRow>[] = [
  { key: 'officer', title: '人员', width: 80, render: (row) => row.officer_name, text: (row) => row.officer_name },
  { key: 'cases', title: '涉及件数', width: 76, align: 'right', render: (row) => row.cases, text: (row) => row.cases },
  { key: 'reads', title: '查看次数', width: 76, align: 'right', render: (row) => row.reads, text: (row) => row.reads },
  { key: 'refusals', title: '被拒次数', width: 76, align: 'right', render: (row) => row.refusals, text: (row) => row.refusals },
  { key: 'org', title: '单位', width: 200, grows: true, render: (row) => row.org_name || '—', text: (row) => row.org_name },
]
