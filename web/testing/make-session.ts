import type { Session } from '@/entities/session/model/session.ts'

export const makeSession = (patch: Partial<Session> = {}): Session => ({
  officer_id: '00000000-0000-4000-8000-000000000001',
  name: '李经办',
  title: '科员',
  org_id: '00000000-0000-4000-8000-0000000000a1',
  org_name: '瑶海区市场监督管理局',
  region_code: 340102000,
  region_name: '安徽省合肥市瑶海区',
  line_code: 'market',
  is_coordinator: false,
  roles: ['handler'],
  role_names: ['经办人'],
  permissions: ['complaint.read', 'complaint.handle'],
  owes_second_factor: false,
  withheld: [],
  ...patch,
})
