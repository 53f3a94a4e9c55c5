import { useMutation, useQueryClient } from '@tanstack/react-query'
import { readTable, saveTable } from '@/shared/job/api/table-file.ts'
import { AppError } from '@/shared/errors/app-error.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import {
  checkedRows,
  officerColumnsOfTable,
  officersOf,
  rowOutcomeSchema,
  wrongTable,
  type CheckedRow,
  type OfficerRow,
  type RowOutcome,
} from '../model/officer-table.ts'

const atOnce = 100

async function ask(rows: readonly OfficerRow[], isTrial: boolean, onProgress?: (done: number) => void): Promise<RowOutcome[]> {
  const outcomes: RowOutcome[] = []
  for (let at = 0; at < rows.length; at += atOnce) {
    const part = rows.slice(at, at + atOnce).map(({ name, email, title, org, roles }) => ({ name, email, title, org, roles }))
    outcomes.push(...rowsOf(await supabase.rpc('invite_officers', { p_rows: part, p_is_trial: isTrial }), rowOutcomeSchema))
    onProgress?.(outcomes.length)
  }
  return outcomes
}

export interface CheckedTable {
  rows: CheckedRow[]
  unknownTitles: string[]
  hasMergedCells: boolean
}

/** Reads a file and asks what would become of each row; nothing is done yet. */
export function useCheckTable() {
  return useMutation({
    meta: { silent: true },
    mutationFn: async (file: File): Promise<CheckedTable> => {
      const { rows: cells, hasMergedCells } = await readTable(file)
      const table = officersOf(cells)
      if ('problem' in table) throw new AppError({ kind: 'invalid', messageKey: 'officer.table_unfit', message: table.problem, field: 'file' })
      return { rows: checkedRows(table.rows, await ask(table.rows, true)), unknownTitles: table.unknownTitles, hasMergedCells }
    },
  })
}

/** Sends what may be sent. Cut off and begun anew, it invites nobody twice: who has an invitation is passed over. */
export function useInviteTable(onProgress: (done: number) => void) {
  const client = useQueryClient()
  return useMutation({
    meta: { silent: true },
    mutationFn: async (rows: readonly CheckedRow[]) => {
      const fit = rows.filter(({ outcome }) => outcome === 'invited')
      return checkedRows(fit, await ask(fit, false, onProgress))
    },
    onSettled: () => client.invalidateQueries({ queryKey: ['admin', 'invitations'] }),
  })
}

export const saveTemplate = (roles: readonly string[]) =>
  saveTable('人员邀请模板', {
    name: '人员',
    columns: officerColumnsOfTable.map(({ key, titles }) => ({ title: titles[0], ...(key === 'roles' ? { choices: roles } : {}) })),
    rows: [],
    choiceRows: 500,
  })

export const saveWrongRows = (rows: readonly CheckedRow[]) => saveTable('未通过的人员', { name: '未通过', ...wrongTable(rows) })
