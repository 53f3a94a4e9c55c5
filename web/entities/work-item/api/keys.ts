import type { InboxFilter } from '../model/inbox-filter.ts'

export const workKeys = {
  all: ['work'] as const,
  inbox: (filter: InboxFilter) => ['work', 'inbox', filter] as const,
  counts: () => ['work', 'counts'] as const,
  item: (id: string) => ['work', 'item', id] as const,
  actions: (id: string) => ['work', 'actions', id] as const,
  events: (id: string) => ['work', 'events', id] as const,
  terms: (id: string) => ['work', 'terms', id] as const,
}
