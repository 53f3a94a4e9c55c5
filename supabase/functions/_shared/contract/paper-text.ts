/** From a template and the values of one paper to what stands on it, block by block: the PDF and the preview both say this. */
export type PaperBlockType = 'title' | 'addressee' | 'paragraph' | 'list' | 'remedy' | 'signature'

export interface PaperBlock {
  type: PaperBlockType
  text?: string | undefined
  items?: string[] | undefined
}

export interface PaperTemplate {
  no_word: string
  blocks: PaperBlock[]
}

export type PaperValues = Readonly<Record<string, string>>

export interface PaperLine {
  type: 'title' | 'addressee' | 'paragraph' | 'signature'
  text: string
}

export interface PaperText {
  /** The body, above the title. */
  head: string
  no: string
  date: string
  lines: PaperLine[]
}

const fieldPattern = /\{\{([a-z_]+)\}\}/g

export const fieldsOf = (text: string): string[] => [...text.matchAll(fieldPattern)].map(([, name]) => name ?? '')

const fill = (text: string, values: PaperValues) => text.replace(fieldPattern, (_all, name: string) => values[name] ?? '')

/** A line that says nothing but fields, all of them empty, is left out: 联系地址 of a body that gave none. */
const isEmpty = (text: string, values: PaperValues) => {
  const names = fieldsOf(text)
  return names.length > 0 && names.every((name) => !values[name])
}

const paragraphs = (text: string) =>
  text
    .split(/\n+/)
    .map((one) => one.trim())
    .filter((one) => one !== '')

export function paperText(template: PaperTemplate, values: PaperValues): PaperText {
  const lines = template.blocks.flatMap(({ type, text = '', items = [] }): PaperLine[] => {
    if (type === 'list') {
      return items.filter((one) => !isEmpty(one, values)).map((one, i) => ({ type: 'paragraph', text: `${i + 1}．${fill(one, values).trim()}` }))
    }
    const said = type === 'signature' && text === '' ? '{{org_name}}' : text
    if (isEmpty(said, values)) return []
    const filled = fill(said, values)
    if (type === 'title' || type === 'addressee' || type === 'signature') return [{ type, text: filled.trim() }]
    return paragraphs(filled).map((one) => ({ type: 'paragraph', text: one }))
  })
  return { head: values.org_name ?? '', no: values.no ?? '', date: values.date ?? '', lines }
}
