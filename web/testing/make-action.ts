import type { WorkAction } from '@/entities/work-item/model/work-action.ts'

export const makeAction = (patch: Partial<WorkAction> = {}): WorkAction => ({
  action: 'receive',
  label: '签收',
  tone: 'default',
  requires: [],
  form: null,
  needs_approval: false,
  blocked: null,
  basis: [],
  sort: 10,
  ...patch,
})
