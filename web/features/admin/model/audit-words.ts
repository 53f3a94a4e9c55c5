import { formatDateTime } from '@/shared/format/date.ts'
import type { AuditWords } from '@/shared/module/audit-words.ts'
import { coreWords } from './audit-dictionary/core-words.ts'
import { definitionWords } from './audit-dictionary/definition-words.ts'
import { jobWords } from './audit-dictionary/job-words.ts'
import { paperWords } from './audit-dictionary/paper-words.ts'

/** A value as a person reads it, and in full where it had to be shortened. */
export interface Said {
  text: string
  full?: string
}

/** Where a value stands: its field, the table of the row, and the words that came with the entry, by `field=value`. */
export interface Place {
  field?: string
  table?: string
  said?: Record<string, string>
}

export interface AuditDictionary {
  tables: Readonly<Record<string, string>>
  actorWord: (actor: string, name: string) => string
  fieldWord: (field: string, table?: string) => string
  valueWord: (value: unknown, place?: Place) => Said
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
const moment = /^\d{4}-\d{2}-\d{2}[T ]\d{2}:/

/** An id that nothing has a name for says only which: eight characters tell two of them apart. */
export const shortId = (id: string): Said => (uuid.test(id) ? { text: `${id.slice(0, 8)}…`, full: id } : { text: id })

/** The words of the core and of these modules; where two know the same word, the owner of the table is asked first. */
export function auditDictionary(modules: readonly AuditWords[]): AuditDictionary {
  const parts = [coreWords, definitionWords, jobWords, paperWords, ...modules]
  const tables = Object.assign({}, ...parts.map((part) => part.tables)) as Record<string, string>
  const first = (table: string, look: (part: AuditWords) => string | undefined) => {
    const owner = parts.find((part) => table in part.tables)
    for (const part of owner ? [owner, ...parts] : parts) {
      const word = look(part)
      if (word !== undefined) return word
    }
    return undefined
  }
  const actorOf = (actor: string) => first('', (part) => part.actors?.[actor])
  const fieldWord = (field: string, table = '') => first(table, (part) => part.fieldsOf?.[table]?.[field] ?? part.fields[field]) ?? field

  function valueWord(value: unknown, { field = '', table = '', said = {} }: Place = {}): Said {
    if (value === null || value === undefined || value === '') return { text: '空' }
    if (typeof value === 'boolean') return { text: value ? '是' : '否' }
    if (typeof value === 'object') return joined(value, { field, table, said })
    const code = String(value)
    const known =
      said[`${field}=${code}`] ?? first(table, (part) => part.codesOf?.[field]?.[code]) ?? first(table, (part) => part.codes?.[code]) ?? actorOf(code)
    if (known !== undefined) return { text: known }
    if (code.startsWith('invitation:')) return { text: '受邀人', full: code }
    return moment.test(code) ? { text: formatDateTime(code) } : shortId(code)
  }

  /** Lists by 、, objects as `field：value`; the whole of it stays at hand when a part was shortened. */
  function joined(value: object, place: Place): Said {
    const items = Array.isArray(value)
      ? value.map((one: unknown) => valueWord(one, place))
      : Object.entries(value).map(([field, one]) => {
          const { text, full } = valueWord(one, { ...place, field })
          const name = fieldWord(field)
          return full === undefined ? { text: `${name}：${text}` } : { text: `${name}：${text}`, full: `${name}：${full}` }
        })
    const mark = Array.isArray(value) ? '、' : '；'
    const text = items.map((item) => item.text).join(mark) || '空'
    return items.some((item) => item.full !== undefined) ? { text, full: items.map((item) => item.full ?? item.text).join(mark) } : { text }
  }

  return {
    tables,
    fieldWord,
    valueWord,
    actorWord: (actor, name) => actorOf(actor) ?? (actor.startsWith('invitation:') ? '受邀人' : shortId(name).text),
  }
}
