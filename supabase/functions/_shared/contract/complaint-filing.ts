/**
 * The contract of the public complaint form: one schema for the browser, the edge function and the tests.
 * Source: 市场监督管理投诉举报处理办法 (总局令121号): a 投诉 needs the complainant's true identity,
 * a 举报 may be anonymous.
 */
import { z } from 'zod'
import { caseTypes, phonePattern, phoneTailPattern } from './filing-limits.ts'
import { maxUscc, normalizeUscc } from './uscc.ts'

export * from './filing-limits.ts'

const text = (label: string, max: number) => z.string().trim().min(1, `请填写${label}`).max(max, `${label}最多 ${max} 个字`)

const reporter = z.object({
  name: z.string().trim().max(50, '姓名最多 50 个字'),
  /** Of an anonymous tip: four digits of the person's own choice, which open the look-up page and tell nothing. */
  phone: z.string().trim(),
  isAnonymous: z.boolean().default(false),
})

export const complaintFilingSchema = z
  .object({
    /** 投诉 (complaint), 举报 (tip); both = two linked cases, each with its own clock. */
    caseTypes: z.array(z.enum(caseTypes)).min(1, '请选择投诉或举报').max(2),
    matterCode: z.string().trim().min(1, '请选择事项类别').max(40),
    title: text('标题', 60),
    content: text('事情经过', 5000).refine((s) => [...s].length >= 10, '事情经过至少写 10 个字，方便承办单位判断'),
    /** What the complainant asks for; only a 投诉 has a demand. */
    wish: z.string().trim().max(500, '诉求最多 500 个字').default(''),
    occurredOn: z.iso.date('请选择发生日期').nullable().default(null),
    /** Nine-digit division of the place of business, county or township. */
    regionCode: z.number().int().min(100000000).max(999999999),
    placeText: z.string().trim().max(200, '详细地址最多 200 个字').default(''),
    subjectName: text('被投诉举报单位名称', 100),
    /** Optional, so a doubtful one is kept as it is and never stops a filing; `usccDoubt` says what is wrong with it. */
    subjectUscc: z
      .string()
      .transform(normalizeUscc)
      .pipe(z.string().max(maxUscc, `统一社会信用代码最多 ${maxUscc} 位`))
      .default(''),
    reporter,
    /** Which version of the text on real-name and false-report duties the person agreed to. */
    agreedNotice: z.literal(true, '请阅读并同意填报须知'),
  })
  .superRefine((form, ctx) => {
    const isComplaint = form.caseTypes.includes('complaint')
    if (isComplaint && form.reporter.isAnonymous)
      ctx.addIssue({ code: 'custom', path: ['reporter', 'isAnonymous'], message: '投诉须实名：行政机关要联系双方调解。如只提供线索，请选择举报' })
    if (!form.reporter.isAnonymous && form.reporter.name === '') ctx.addIssue({ code: 'custom', path: ['reporter', 'name'], message: '请填写姓名' })
    if (form.reporter.isAnonymous ? !phoneTailPattern.test(form.reporter.phone) : !phonePattern.test(form.reporter.phone))
      ctx.addIssue({
        code: 'custom',
        path: ['reporter', 'phone'],
        message: form.reporter.isAnonymous ? '请自己设定 4 位数字，用于查询进度' : '手机号应为 11 位数字，以 1 开头',
      })
    if (isComplaint && form.wish === '') ctx.addIssue({ code: 'custom', path: ['wish'], message: '请填写诉求，例如退款、更换' })
    if (new Set(form.caseTypes).size !== form.caseTypes.length) ctx.addIssue({ code: 'custom', path: ['caseTypes'], message: '类型重复' })
  })

export type ComplaintFiling = z.infer<typeof complaintFilingSchema>

/** What a citizen may do with a filed case. */
export const citizenActSchema = z.discriminatedUnion('action', [
  z.object({ action: z.literal('supply_material'), text: text('补充说明', 2000) }),
  z.object({ action: z.literal('withdraw') }),
  z.object({
    action: z.literal('rate'),
    level: z.number().int().min(1, '请选择满意度').max(5),
    reason: z.string().trim().max(500, '评价理由最多 500 个字').default(''),
  }),
])
export type CitizenAct = z.infer<typeof citizenActSchema>
