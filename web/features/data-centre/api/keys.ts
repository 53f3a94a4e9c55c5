import type { SubjectsFilter } from '../model/subjects-filter.ts'

export const dataCentreKeys = {
  list: (filter: SubjectsFilter, home: number) => ['data-centre', 'list', filter, home] as const,
  industries: () => ['data-centre', 'industries'] as const,
  file: (id: string) => ['data-centre', 'file', id] as const,
  merges: (state: string, home: number) => ['data-centre', 'merges', state, home] as const,
}
