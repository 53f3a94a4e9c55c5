import { figureSchema, type FiguresSource } from '@/shared/module/figures.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { satisfaction, workMeasures } from '@/widgets/figures-page/model/measures.ts'
import { complaintPaths } from '../paths.ts'

export const complaintFigures: FiguresSource = {
  module: 'complaint',
  title: '投诉举报',
  path: complaintPaths.figures(),
  measures: [...workMeasures, satisfaction],
  linkOf: complaintPaths.list,
  own: { by: 'matter', title: '事项', linkOf: (matter, rows) => complaintPaths.list({ ...rows, matter }) },
  hasOrgRows: true,
  hasSlotRows: true,
  read: async ({ region, line, from, to, by, top }, signal) => {
    // The generated type knows no null; the function takes it as every line.
    const asked = supabase
      .rpc('complaint_figures', { p_region: region, p_line: (line ?? null) as string, p_from: from, p_to: to, p_by: by })
      .abortSignal(signal)
    return rowsOf(await (top === undefined ? asked : asked.limit(top)), figureSchema)
  },
}
