import { z } from 'zod'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { problemsOf } from '@/shared/form/fields.ts'
import type { Change, ChangePart, ChangeType, PartAction } from './change.ts'

/** A part as it is being written; all of it survives a reload. */
export interface PartDraft {
  /** Of the form alone: what holds a part together while others come and go. */
  id: string
  action: PartAction
  item_code?: string
  item_name?: string
  /** As it stands, to be compared with. */
  before?: ItemBody
  body?: ItemBody
  /** Under a main item that is not there yet; empty until it is called something. */
  main_name?: string
}

export interface ChangeValues {
  key: string
  type: ChangeType
  reason: string
  ground: string
  from: string | undefined
  parts: PartDraft[]
}

export interface PartPayload {
  action: PartAction
  item_code?: string
  main_name?: string
  body?: object
}

export interface ChangeRequest {
  reason: string
  ground: string
  /** Null: as soon as it is published. */
  from: string | null
  parts: PartPayload[]
}

const text = (label: string, min: number, max: number) => {
  const error = `请填写${label}，${min} 至 ${max} 字`
  return z.string({ error }).trim().min(min, error).max(max, `${label}最多 ${max} 字，请删减`)
}
const some = (label: string) => z.array(z.string()).min(1, `请选择${label}，至少一项`).max(20, `${label}最多 20 项`)

const basis = z.object({
  law_code: z.string().min(1, '请选择依据的法律法规；库中没有的，请先由协调机构登记'),
  article: z.string().trim().max(60, '条款最多 60 字，例如 第一百二十四条第一款'),
})

/** The ten elements; the database checks them again, and the names and laws against what there is. */
export const bodySchema = z.object({
  line_code: z.string().min(1, '请选择监管部门'),
  main_code: z.string().min(1, '请选择监管主项，或填写新的主项'),
  name: text('监管子项名称', 2, 100),
  methods: some('监管方式'),
  measures: some('监管措施'),
  object_kinds: some('监管对象类别'),
  objects: text('监管对象', 2, 200),
  bases: z.array(basis).min(1, '请填写设定依据，1 至 20 条').max(20, '设定依据最多 20 条'),
  flow: text('监管流程', 2, 1000),
  result: text('监管结果', 2, 500),
  levels: some('监管层级'),
  scopes: some('适用范围'),
  source: z.string().min(1, '请选择编码来源'),
})
const mainName = text('新的监管主项名称', 2, 100)

/** Of a part: its field, and what is wrong with it. */
export type PartProblems = Readonly<Record<string, Readonly<Record<string, string>>>>

export function problemsOfPart({ action, item_code: code, body, main_name: main }: PartDraft): Record<string, string> {
  if (action !== 'add' && code === undefined) return { item: '请选择要调整的监管事项' }
  if (action !== 'add' && action !== 'amend') return {}
  if (!body) return { item: '请填写事项的内容' }
  const isNewMain = action === 'add' && main !== undefined
  const found = Object.fromEntries(
    // Its code is given when it is published.
    problemsOf(bodySchema, { ...body, ...(isNewMain ? { main_code: 'new' } : {}) }).map(({ name, message }) => [name, message]),
  )
  const named = isNewMain ? mainName.safeParse(main) : undefined
  return named?.error ? { ...found, main_name: named.error.issues[0]?.message ?? '' } : found
}

/** By the id of the part; empty: nothing is wrong. */
export const problemsOfParts = (parts: readonly PartDraft[]): PartProblems =>
  Object.fromEntries(parts.map((part) => [part.id, problemsOfPart(part)] as const).filter(([, problems]) => Object.keys(problems).length > 0))

/** What a type asks of its parts together. */
export function wrongTogether(type: ChangeType, parts: readonly Pick<PartDraft, 'action'>[]): string | null {
  const count = (action: PartAction) => parts.filter((part) => part.action === action).length
  const [adds, amends, ends] = [count('add'), count('amend'), count('repeal')]
  if (parts.length === 0) return type === 'add' ? '请填写新增的监管事项' : '请选择要调整的监管事项'
  if (parts.length > 50) return '一份申请涉及 1 至 50 个监管事项'
  if (type === 'merge')
    return ends >= 1 && adds + amends === 1 && ends + amends >= 2 ? null : '合并应为两个以上事项并入一个：新增或变更其中一个，其余取消'
  if (type === 'split')
    return ends + amends === 1 && adds >= 1 && adds + amends >= 2 ? null : '拆分应为一个事项分成两个以上：新增，并变更或取消原事项'
  return null
}

/** What happens to an item that is there, before anybody says otherwise. */
export const actionOf = (type: ChangeType): PartAction => (type === 'merge' || type === 'split' ? 'repeal' : type)

/** The same items, for another type of request; what was written of new ones stays where it can. */
export function retyped(type: ChangeType, parts: readonly PartDraft[]): PartDraft[] {
  const takesNew = type === 'add' || type === 'merge' || type === 'split'
  return parts.flatMap((part) => {
    if (part.action === 'add') return takesNew ? [part] : []
    return type === 'add' ? [] : [withAction(part, actionOf(type))]
  })
}

/** An item that is amended begins with what it says now. */
export function withAction({ body, ...part }: PartDraft, action: PartAction): PartDraft {
  if (action !== 'amend') return { ...part, action }
  const start = body ?? part.before
  return { ...part, action, ...(start ? { body: start } : {}) }
}

const trimmed = (body: ItemBody): ItemBody => ({
  ...body,
  name: body.name.trim(),
  objects: body.objects.trim(),
  flow: body.flow.trim(),
  result: body.result.trim(),
  bases: body.bases.map(({ law_code, article }) => ({ law_code, article: article.trim() })),
})

function toPart({ action, item_code: code, body, main_name: main }: PartDraft): PartPayload {
  if (action === 'add') {
    const { main_code: mainCode, ...rest } = trimmed(body as ItemBody)
    return main === undefined ? { action, body: { ...rest, main_code: mainCode } } : { action, main_name: main.trim(), body: rest }
  }
  const item = { action, ...(code === undefined ? {} : { item_code: code }) }
  return action === 'amend' ? { ...item, body: trimmed(body as ItemBody) } : item
}

export const toRequest = ({ reason, ground, from, parts }: ChangeValues): ChangeRequest => ({
  reason,
  ground,
  from: from ?? null,
  parts: parts.map(toPart),
})

/** A request that came back, as it was written; `bodies` by `code@version`. */
export function toValues(change: Change, parts: readonly ChangePart[], bodies: ReadonlyMap<string, ItemBody>): ChangeValues {
  return {
    key: change.id,
    type: change.change_type,
    reason: change.reason,
    ground: change.ground,
    from: change.effective_from ?? undefined,
    parts: parts.map(({ n, action, item_code: code, base_version: version, main_name: main, body }) => {
      const before = bodies.get(`${code}@${version}`)
      return {
        id: `part-${n}`,
        action,
        ...(code === null ? {} : { item_code: code, item_name: before?.name ?? code }),
        ...(before ? { before } : {}),
        ...(body ? { body } : {}),
        ...(main === null ? {} : { main_name: main }),
      }
    }),
  }
}

/** What the database calls a field of the form. */
export const fieldOfRefusal = (field: string) => ({ change_type: 'type', effective_from: 'from' })[field] ?? field

/** A refusal names a field and not the part: it stands in every part that has it. */
export function problemsFrom(field: string, message: string, parts: readonly PartDraft[]): PartProblems {
  const isOfBody = field in bodySchema.shape || field === 'main_name'
  return isOfBody ? Object.fromEntries(parts.filter(({ body }) => body !== undefined).map(({ id }) => [id, { [field]: message }])) : {}
}
