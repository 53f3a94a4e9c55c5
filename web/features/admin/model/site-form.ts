import { z } from 'zod'
import { field } from '@/shared/form/fields.ts'
import { effectiveShape } from './effective.ts'

interface SiteField {
  name: SiteFieldName
  label: string
  maxLength: number
  isRequired?: true
  pattern?: RegExp
  /** Said when the value is missing or does not fit. */
  message?: string
  hint?: string
}

const names = [
  'name',
  'short_name',
  'government',
  'hotline',
  'seal_text',
  'host',
  'operator',
  'contact',
  'address',
  'site_code',
  'conac_id',
  'icp_no',
  'police_no',
  'quiet_from',
  'quiet_to',
] as const
export type SiteFieldName = (typeof names)[number]
export type SiteBody = Partial<Record<SiteFieldName, string>>

/** Sections of the form, in the order of the page. */
export const siteSections: readonly { title: string; fields: readonly SiteField[] }[] = [
  {
    title: '名称',
    fields: [
      { name: 'name', label: '站点名称', maxLength: 60, isRequired: true, message: '请填写站点名称', hint: '公众页面和工作台的标题' },
      { name: 'short_name', label: '站点简称', maxLength: 12, isRequired: true, message: '请填写站点简称', hint: '窄屏和浏览器标签使用' },
      { name: 'government', label: '人民政府', maxLength: 60, isRequired: true, message: '请填写人民政府名称' },
      {
        name: 'hotline',
        label: '政务服务便民热线',
        maxLength: 20,
        isRequired: true,
        pattern: /^[0-9-]{3,20}$/,
        message: '请填写热线号码，只用数字和短横',
      },
      {
        name: 'seal_text',
        label: '印章文字',
        maxLength: 4,
        pattern: /^[一-龥]{1,4}$/,
        message: '印章文字为 1 至 4 个汉字',
        hint: '页首印章中的字，不填则用系统标志',
      },
    ],
  },
  {
    title: '页脚主体',
    fields: [
      { name: 'host', label: '主办单位', maxLength: 60 },
      { name: 'operator', label: '承办单位', maxLength: 60 },
      { name: 'contact', label: '联系电话', maxLength: 40, pattern: /^[0-9 ()（）-]{5,40}$/, message: '联系电话只用数字、括号和短横' },
      { name: 'address', label: '联系地址', maxLength: 100 },
    ],
  },
  {
    title: '备案信息',
    fields: [
      {
        name: 'site_code',
        label: '政府网站标识码',
        maxLength: 10,
        pattern: /^(\d{10}|bm\d{8})$/,
        message: '网站标识码为 10 位数字',
        hint: '10 位数字',
      },
      {
        name: 'conac_id',
        label: '党政机关网站标识',
        maxLength: 32,
        pattern: /^[0-9A-F]{32}$/,
        message: '党政机关网站标识的编号为 32 位，取自标识图片的链接',
        hint: '标识图片的链接里 id= 后面的 32 位',
      },
      {
        name: 'icp_no',
        label: 'ICP备案号',
        maxLength: 30,
        pattern: /^[一-龥]ICP备\d{6,10}号(-\d{1,3})?$/,
        message: '备案号形如“京ICP备05001234号-1”',
        hint: '形如 京ICP备05001234号-1',
      },
      {
        name: 'police_no',
        label: '公安备案号',
        maxLength: 30,
        pattern: /^[一-龥]公网安备 ?\d{14}号$/,
        message: '备案号形如“京公网安备11010102000001号”',
        hint: '形如 京公网安备11010102000001号',
      },
    ],
  },
  {
    title: '消息免打扰',
    fields: [
      {
        name: 'quiet_from',
        label: '免打扰开始',
        maxLength: 5,
        pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
        message: '请填写开始时间，形如 21:00',
        hint: '不填为 21:00；验证码随时发出',
      },
      {
        name: 'quiet_to',
        label: '免打扰结束',
        maxLength: 5,
        pattern: /^([01]\d|2[0-3]):[0-5]\d$/,
        message: '请填写结束时间，形如 08:00',
        hint: '不填为 08:00；与开始相同则不设免打扰',
      },
    ],
  },
]

export const siteLabels: Record<string, string> = Object.fromEntries(
  siteSections.flatMap(({ fields }) => fields.map(({ name, label }) => [name, label])),
)

const checkOf = ({ label, maxLength: max, isRequired, pattern, message }: SiteField): z.ZodType<string> => {
  const limits = { max, ...(pattern ? { pattern } : {}), ...(message ? { message } : {}) }
  return isRequired ? field.text(label, limits) : field.optionalText(label, limits)
}

export const siteFormSchema = z.object({
  ...(Object.fromEntries(siteSections.flatMap(({ fields }) => fields.map((one) => [one.name, checkOf(one)]))) as Record<
    SiteFieldName,
    z.ZodType<string>
  >),
  ...effectiveShape,
})

const text = z.string().catch('')
const bodySchema = z.record(z.string(), text)

export const readSiteBody = (body: unknown): SiteBody => {
  const all = bodySchema.parse(body)
  return Object.fromEntries(names.flatMap((name) => (all[name] ? [[name, all[name]]] : [])))
}

/** What a version changed against the one before, in words; the whole of it for the first. */
export function siteChangeWords(body: unknown, before?: unknown): string {
  const now = readSiteBody(body)
  const then: SiteBody = before === undefined ? {} : readSiteBody(before)
  const changed = names.filter((name) => (now[name] ?? '') !== (then[name] ?? ''))
  return changed.map((name) => `${siteLabels[name] ?? name}：${now[name] ?? '（清空）'}`).join('；') || '内容未变'
}
