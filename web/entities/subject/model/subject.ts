import { z } from 'zod'

export const kindLabels = {
  enterprise: '企业',
  individual: '个体工商户',
  institution: '事业单位',
  organisation: '社会组织',
  place: '场所',
  equipment: '设备',
  project: '工程项目',
} as const
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

/** 灯 of a licence; the day is the database's (`private.licence_light`). */
export const licenceLights = { red: '已过期', yellow: '60 天内到期', green: '有效' } as const
export type LicenceLight = keyof typeof licenceLights
const lightSchema = z.enum(Object.keys(licenceLights) as [LicenceLight])

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
  legal_person: z.string(),
  registered_on: z.string().nullable(),
  source: z.string(),
  parent_id: z.string().nullable(),
  parent_name: z.string().nullable(),
  /** Found to be the same as this one, which stands for both. */
  merged_into_id: z.string().nullable(),
  licence_light: lightSchema.nullable(),
  tags: z.array(z.string()),
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
  light: lightSchema,
})
export type Licence = z.infer<typeof licenceSchema>
export const licenceColumns = Object.keys(licenceSchema.shape).join(',')

/** Only one that exists can put things right. */
export const isActive = ({ state }: Pick<Subject, 'state'>) => state === 'active'

/** What tells two of one name apart. */
export const subjectHint = ({ uscc, region_name, state }: Pick<Subject, 'uscc' | 'region_name' | 'state'>) =>
  [state === 'active' ? '' : stateLabels[state], region_name, uscc ?? '无信用代码'].filter(Boolean).join(' · ')
