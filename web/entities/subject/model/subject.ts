import { z } from 'zod'

export const kindLabels = { enterprise: '企业', individual: '个体工商户', institution: '事业单位' } as const
/** 登记状态 in the words of the register. */
export const stateLabels = {
  active: '存续',
  revoked: '吊销，未注销',
  revoked_closed: '吊销，已注销',
  closed: '注销',
  annulled: '撤销',
  moved_out: '迁出',
  other: '其他',
} as const

export const subjectSchema = z.object({
  id: z.uuid(),
  kind: z.enum(Object.keys(kindLabels) as [keyof typeof kindLabels]),
  name: z.string(),
  uscc: z.string().nullable(),
  is_uscc_doubtful: z.boolean(),
  state: z.enum(Object.keys(stateLabels) as [keyof typeof stateLabels]),
  industry_name: z.string().nullable(),
  region_name: z.string(),
  address: z.string(),
  registered_on: z.string().nullable(),
  source: z.string(),
})
export type Subject = z.infer<typeof subjectSchema>
export const subjectColumns = Object.keys(subjectSchema.shape).join(',')

export const licenceSchema = z.object({
  id: z.number(),
  name: z.string(),
  licence_no: z.string(),
  issuer: z.string(),
  issued_on: z.string(),
  valid_to: z.string().nullable(),
})
export type Licence = z.infer<typeof licenceSchema>
export const licenceColumns = Object.keys(licenceSchema.shape).join(',')

/** Only one that exists can put things right. */
export const isActive = ({ state }: Pick<Subject, 'state'>) => state === 'active'

/** `today`: a day as the database writes it. */
export const isExpired = ({ valid_to }: Pick<Licence, 'valid_to'>, today: string) => valid_to !== null && valid_to < today

/** What tells two of one name apart. */
export const subjectHint = ({ uscc, region_name, state }: Pick<Subject, 'uscc' | 'region_name' | 'state'>) =>
  [state === 'active' ? '' : stateLabels[state], region_name, uscc ?? '无信用代码'].filter(Boolean).join(' · ')
