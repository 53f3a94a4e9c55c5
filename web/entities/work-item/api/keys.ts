import type { BoxFilter } from '../model/inbox-filter.ts'

export const workKeys = {
  all: ['work'] as const,
  inbox: (filter: BoxFilter) => ['work', 'inbox', filter] as const,
  counts: () => ['work', 'counts'] as const,
  tileCounts: (keys: readonly string[]) => ['work', 'counts', 'tiles', keys] as const,
  item: (id: string) => ['work', 'item', id] as const,
  actions: (id: string) => ['work', 'actions', id] as const,
  events: (id: string) => ['work', 'events', id] as const,
  terms: (id: string) => ['work', 'terms', id] as const,
  approvals: (id: string) => ['work', 'approvals', id] as const,
  handlers: (id: string) => ['work', 'handlers', id] as const,
  versions: (ids: readonly string[]) => ['work', 'versions', ids] as const,
  absences: (officerId: string) => ['work', 'absences', officerId] as const,
}
