import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { likePattern } from '@/shared/supabase/like-pattern.ts'
import { hoursOfSlot } from '@/widgets/figures-page/model/slots.ts'
import type { Viewer } from '@/widgets/work-list/model/scope.ts'
import { applyDays, applyPart, applyWork, isOpenOnly } from '@/widgets/work-list/model/work-filter.ts'
import type { CaseFilter } from '../model/case-filter.ts'
import { caseRowSchema } from '../model/case.ts'

export const caseColumns = Object.keys(caseRowSchema.shape).join(',')

export const caseRows = (filter: CaseFilter, viewer: Viewer) =>
  readRows({
    ask: (part) => {
      let request = supabase.from('complaint_case_list').select(part.of === 'ids' ? 'id' : caseColumns, part.options)
      request = applyDays(applyWork(request, filter, viewer), 'filed_at', filter)
      if (filter.type) request = request.eq('case_type', filter.type)
      if (filter.matter) request = request.eq('matter_code', filter.matter)
      if (filter.org) request = request.eq('org_id', filter.org)
      if (filter.slot) request = request.in('filed_hour', hoursOfSlot(filter.slot))
      if (filter.unhappy) request = request.lte('satisfaction', 2)
      if (filter.q) request = request.ilike('search_text', likePattern(filter.q))
      return applyPart(request, part, filter.sort, 'filed_at')
    },
    row: caseRowSchema,
    isOpenOnly: isOpenOnly(filter),
  })
