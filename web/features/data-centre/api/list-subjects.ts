import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import { z } from 'zod'
import { ownRange, regionRange } from '@/entities/region/model/region-range.ts'
import { subjectColumns, subjectSchema } from '@/entities/subject/model/subject.ts'
import { readRows } from '@/shared/query/read-rows.ts'
import { supabase } from '@/shared/supabase/client.ts'
import { rowsOf } from '@/shared/supabase/rows.ts'
import { placeOf, type SubjectsFilter } from '../model/subjects-filter.ts'
import { dataCentreKeys } from './keys.ts'

/** A list calls its rows by a title. */
const rowSchema = subjectSchema.transform((row) => ({ ...row, title: row.name }))

/** Found by words through the index of every two characters (the twenty best), else the whole library page by page. */
const rowsFor = (filter: SubjectsFilter, home: number) =>
  readRows({
    ask: ({ of, from, to, options }) => {
      const columns = of === 'ids' ? 'id' : subjectColumns
      const q = filter.q.trim()
      const source = q ? supabase.rpc('find_subjects', { p_q: q }, options).select(columns) : supabase.from('subject_list').select(columns, options)
      let request = source.is('merged_into_id', null)
      if (filter.kind) request = request.eq('kind', filter.kind)
      if (filter.state) request = request.eq('state', filter.state)
      if (filter.industry) request = request.like('industry_code', `${filter.industry}%`)
      if (filter.tag) request = request.contains('tags', [filter.tag])
      if (filter.licence) request = request.eq('licence_light', filter.licence)
      const place = placeOf(filter, home)
      if (place !== undefined) {
        const range = filter.exact ? ownRange(place) : regionRange(place)
        request = request.gte('region_code', range.from).lte('region_code', range.to)
      }
      if (of === 'ids') return request.range(from, to)
      const column = filter.sort.replace(/^-/, '')
      // What was searched for comes in the order of likeness.
      const ordered = column ? request.order(column, { ascending: filter.sort === column }).order('id') : q ? request : request.order('id')
      return ordered.range(from, to)
    },
    row: rowSchema,
    isOpenOnly: false,
  })

export const subjectsQuery = (filter: SubjectsFilter, home: number) =>
  queryOptions({
    queryKey: dataCentreKeys.list(filter, home),
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => rowsFor(filter, home).page(filter, signal),
  })

export const readSubjects = (filter: SubjectsFilter, home: number, offset: number, limit: number) => rowsFor(filter, home).stretch(offset, limit)

const industrySchema = z.object({ code: z.string(), name: z.string() })

/** 大类 of GB/T 4754. */
export const industriesQuery = queryOptions({
  queryKey: dataCentreKeys.industries(),
  staleTime: 3_600_000,
  queryFn: async ({ signal }) =>
    rowsOf(await supabase.from('subject_industries').select('code,name').eq('level', 2).order('code').abortSignal(signal), industrySchema),
})
