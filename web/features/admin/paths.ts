export const adminPaths = {
  officers: () => '/work/admin/officers',
  officerChanges: () => '/work/admin/officer-changes',
  calendar: () => '/work/admin/calendar',
  deadlineRules: () => '/work/admin/deadline-rules',
  deadlineRule: (key = ':key') => `/work/admin/deadline-rules/${key}`,
  codes: () => '/work/admin/codes',
  site: () => '/work/admin/site',
  messageTemplates: () => '/work/admin/message-templates',
  messageTemplate: (key = ':key') => `/work/admin/message-templates/${key}`,
  messages: () => '/work/admin/messages',
  status: () => '/work/admin/status',
  audit: () => '/work/admin/audit',
} as const
