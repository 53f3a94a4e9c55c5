import type { AuditWords } from '@/shared/module/audit-words.ts'

/** Words of 监管事项, wherever its tables and codes stand in the log. */
export const auditWords: AuditWords = {
  tables: {
    'public.catalog_laws': '法律法规',
    'public.catalog_main_items': '监管主项',
    'public.catalog_items': '监管事项',
    'public.catalog_item_bases': '设定依据',
    'public.catalog_changes': '动态调整申请',
    'public.catalog_change_parts': '动态调整的事项',
    'public.catalog_claims': '认领',
    'public.catalog_claim_tasks': '认领任务',
  },
  fields: {},
  codes: {},
  codesOf: { modules: { catalog: '监管事项' } },
}
