import type { PaperBlock, PaperBlockType, PaperValues } from '@contract/paper-text.ts'
import { fieldsOf } from '@contract/paper-text.ts'
import { z } from 'zod'

const paperFieldSchema = z.object({
  name: z.string(),
  label: z.string(),
  example: z.string(),
  isRequired: z.boolean(),
  isCommon: z.boolean(),
})
export type PaperField = z.infer<typeof paperFieldSchema>

export const paperKindSchema = z.object({
  kind: z.string(),
  module: z.string(),
  label: z.string(),
  addressee: z.enum(['citizen', 'subject', 'org']),
  needs_remedy: z.boolean(),
  fields: z.array(paperFieldSchema),
})
export type PaperKind = z.infer<typeof paperKindSchema>

export const addresseeWords: Record<PaperKind['addressee'], string> = { citizen: '投诉举报人', subject: '经营者', org: '单位' }

export const blockWords: Record<PaperBlockType, string> = {
  title: '标题',
  addressee: '称谓',
  paragraph: '正文',
  list: '列表',
  remedy: '救济途径',
  signature: '落款',
}
const blockTypes = Object.keys(blockWords) as [PaperBlockType, ...PaperBlockType[]]

/** A block as the editor holds it: one text, of a list an entry each line; known by a number while others come and go. */
export interface DraftBlock {
  id: number
  type: PaperBlockType
  text: string
}

export interface TemplateDraft {
  no_word: string
  blocks: DraftBlock[]
}

export const templateBodySchema = z.object({
  no_word: z.string(),
  blocks: z.array(z.object({ type: z.enum(blockTypes), text: z.string().optional(), items: z.array(z.string()).optional() })),
})
export type TemplateBody = z.infer<typeof templateBodySchema>

export const toDraft = ({ no_word, blocks }: TemplateBody): TemplateDraft => ({
  no_word,
  blocks: blocks.map(({ type, text, items }, id) => ({
    id,
    type,
    text: items?.join('\n') ?? text ?? (type === 'signature' ? '{{org_name}}' : ''),
  })),
})

const lines = (text: string) =>
  text
    .split('\n')
    .map((one) => one.trim())
    .filter((one) => one !== '')

export const toBody = ({ no_word, blocks }: TemplateDraft) => ({
  no_word: no_word.trim(),
  blocks: blocks.map(({ type, text }) => (type === 'list' ? { type, items: lines(text) } : { type, text: text.trim() })) satisfies PaperBlock[],
})

export const insertBlock = (blocks: readonly DraftBlock[], after: number): DraftBlock[] => {
  const id = Math.max(-1, ...blocks.map((one) => one.id)) + 1
  return blocks.toSpliced(after + 1, 0, { id, type: 'paragraph', text: '' })
}

export const moveBlock = (blocks: readonly DraftBlock[], at: number, by: -1 | 1): DraftBlock[] => {
  const moved = blocks[at]
  return moved ? blocks.toSpliced(at, 1).toSpliced(at + by, 0, moved) : [...blocks]
}

/** `text` with the field where the caret stood. */
export const withField = (text: string, name: string, caret: number) => `${text.slice(0, caret)}{{${name}}}${text.slice(caret)}`

export const examplesOf = (fields: readonly PaperField[]): PaperValues => Object.fromEntries(fields.map(({ name, example }) => [name, example]))

/** What still has to be named. */
export const missingFields = (fields: readonly PaperField[], blocks: readonly DraftBlock[]): string[] => {
  const named = new Set(blocks.flatMap(({ text }) => fieldsOf(text)))
  return fields.filter((one) => one.isRequired && !named.has(one.name)).map((one) => one.label)
}

/** Fields by the names that people know them by. */
export const namedWords = (text: string, fields: readonly Pick<PaperField, 'name' | 'label'>[]) =>
  text.replaceAll(/\{\{([a-z_]+)\}\}/g, (whole, name: string) => {
    const known = fields.find((one) => one.name === name)
    return known ? `〔${known.label}〕` : whole
  })

/** The example of a number has no word in it: each template brings its own, before the year. */
export const sheetValues = (fields: readonly PaperField[], noWord: string): PaperValues => {
  const values = examplesOf(fields)
  return values.no === undefined ? values : { ...values, no: values.no.replace('〔', `${noWord.trim()}〔`) }
}

/** A version in one line. */
export const templateWords = ({ no_word, blocks }: TemplateBody, fields: readonly Pick<PaperField, 'name' | 'label'>[]) => {
  const length = blocks.reduce((sum, { text = '', items = [] }) => sum + text.length + items.join('').length, 0)
  return `文号用字“${no_word}”，${blocks.length} 段，${length} 字：${namedWords(blocks.find(({ type }) => type === 'paragraph')?.text ?? '', fields).slice(0, 40)}…`
}
