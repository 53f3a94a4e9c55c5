import { lightLabels } from '@/entities/work-item/model/work-item.ts'
import { formatDateTime } from '@/shared/format/date.ts'
import { complaintActors, complaintCodes, complaintCodesOf, complaintFields } from './audit-dictionary/complaint-words.ts'
import { definitionActors, definitionCodes, definitionFields } from './audit-dictionary/definition-words.ts'
import { coreActors, coreCodes, coreCodesOf, coreFields, coreFieldsOf } from './audit-dictionary/core-words.ts'

/** A value as a person reads it, and in full where it had to be shortened. */
export interface Said {
  text: string
  full?: string
}

const actors: Record<string, string> = { ...coreActors, ...definitionActors, ...complaintActors }
const fields: Record<string, string> = { ...complaintFields, ...definitionFields, ...coreFields }
const codes: Record<string, string> = { ...coreCodes, ...definitionCodes, ...complaintCodes, ...(lightLabels as Record<string, string>) }
const codesOf = [coreCodesOf, complaintCodesOf]

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/

/** An id that nothing has a name for says only which: eight characters tell two of them apart. */
export const shortId = (id: string): Said => (uuid.test(id) ? { text: `${id.slice(0, 8)}…`, full: id } : { text: id })

export const actorWord = (actor: string, name: string) => actors[actor] ?? (actor.startsWith('invitation:') ? '受邀人' : shortId(name).text)

export const fieldWord = (field: string, table = '') => coreFieldsOf[table]?.[field] ?? fields[field] ?? field

/** `said` = the words that came with the entry, by `field=value`. */
export function valueWord(value: unknown, field = '', said: Record<string, string> = {}): Said {
  if (value === null || value === undefined || value === '') return { text: '空' }
  if (typeof value === 'boolean') return { text: value ? '是' : '否' }
  if (typeof value === 'object') return joined(value, field, said)
  const code = String(value)
  const known = said[`${field}=${code}`] ?? codesOf.find((of) => of[field]?.[code])?.[field]?.[code] ?? codes[code] ?? actors[code]
  if (known !== undefined) return { text: known }
  if (code.startsWith('invitation:')) return { text: '受邀人', full: code }
  return moment.test(code) ? { text: formatDateTime(code) } : shortId(code)
}

/** Lists by 、, objects as `field：value`; the whole of it stays at hand when a part was shortened. */
function joined(value: object, field: string, said: Record<string, string>): Said {
  const parts = Array.isArray(value)
    ? value.map((one: unknown) => valueWord(one, field, said))
    : Object.entries(value).map(([key, one]) => {
        const { text, full } = valueWord(one, key, said)
        const name = fieldWord(key)
        return full === undefined ? { text: `${name}：${text}` } : { text: `${name}：${text}`, full: `${name}：${full}` }
      })
  const mark = Array.isArray(value) ? '、' : '；'
  const text = parts.map((part) => part.text).join(mark) || '空'
  return parts.some((part) => part.full !== undefined) ? { text, full: parts.map((part) => part.full ?? part.text).join(mark) } : { text }
}
