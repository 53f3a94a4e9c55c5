import type { AuditFilter } from '../model/audit-filter.ts'
import type { MessageFilter } from '../model/sent-message.ts'
import type { OfficersFilter } from '../model/officers-filter.ts'

export const adminKeys = {
  officers: (filter: OfficersFilter) => ['admin', 'officers', filter] as const,
  officerChanges: (isOpen: boolean) => ['admin', 'officer-changes', isOpen] as const,
  factors: (ids: readonly string[] = []) => ['admin', 'factors', ...ids] as const,
  grants: (officerId: string) => ['admin', 'grants', officerId] as const,
  waiting: () => ['admin', 'waiting'] as const,
  invitations: () => ['admin', 'invitations'] as const,
  auditWords: () => ['admin', 'audit-words'] as const,
  audit: (filter: AuditFilter) => ['admin', 'audit', filter] as const,
  calendarYears: () => ['admin', 'calendar', 'years'] as const,
  calendarDays: (year: number) => ['admin', 'calendar', 'days', year] as const,
  deadlineRules: () => ['admin', 'deadline-rules'] as const,
  versions: (kind: string, key: string) => ['admin', 'versions', kind, key] as const,
  preview: (key: string, body: unknown, day: string) => ['admin', 'deadline-rules', 'preview', key, body, day] as const,
  codeSets: () => ['admin', 'code-sets'] as const,
  sealPicture: (path: string) => ['admin', 'seal-picture', path] as const,
  paperKinds: () => ['admin', 'paper-kinds'] as const,
  messageTemplates: () => ['admin', 'message-templates'] as const,
  sentMessages: (filter: MessageFilter) => ['admin', 'messages', filter] as const,
  messageFigures: () => ['admin', 'messages', 'figures'] as const,
  status: () => ['admin', 'status'] as const,
  deadLetters: () => ['admin', 'status', 'dead-letters'] as const,
  siteModules: () => ['admin', 'site-modules'] as const,
  roles: () => ['admin', 'roles'] as const,
}
