import type { CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'

interface Proposer {
  permissions: readonly string[]
  line_code: string | null
  is_coordinator: boolean
}

export interface Proposal {
  type: 'amend' | 'suspend' | 'resume' | 'repeal'
  label: string
}

/** What somebody may ask for an item: of the own department, a coordinator of any. Decided by the database; this is what is offered. */
export function proposalsFor({ state, line_code }: Pick<CatalogItem, 'state' | 'line_code'>, officer: Proposer): Proposal[] {
  const mayAsk = officer.permissions.includes('catalog.propose') && (officer.is_coordinator || officer.line_code === line_code)
  if (!mayAsk || state === 'repealed') return []
  return [
    { type: 'amend', label: '申请变更' },
    state === 'suspended' ? { type: 'resume', label: '申请恢复' } : { type: 'suspend', label: '申请暂停' },
    { type: 'repeal', label: '申请取消' },
  ]
}
