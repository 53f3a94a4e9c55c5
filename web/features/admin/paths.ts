export const adminPaths = {
  officers: () => '/work/admin/officers',
  officerChanges: () => '/work/admin/officer-changes',
  calendar: () => '/work/admin/calendar',
  deadlineRules: () => '/work/admin/deadline-rules',
  deadlineRule: (key = ':key') => `/work/admin/deadline-rules/${key}`,
  codes: () => '/work/admin/codes',
  paperTemplates: () => '/work/admin/paper-templates',
  paperTemplate: (kind = ':kind') => `/work/admin/paper-templates/${kind}`,
  site: () => '/work/admin/site',
  status: () => '/work/admin/status',
  audit: () => '/work/admin/audit',
} as const
