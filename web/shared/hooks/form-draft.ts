import { textDraft } from './text-draft.ts'

/** What a form holds, kept as one text; whatever is no longer readable is no draft. */
export const formDraft = {
  read: (key: string): Record<string, unknown> => {
    try {
      const kept: unknown = JSON.parse(textDraft.read(key) || '{}')
      return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? { ...kept } : {}
    } catch {
      return {}
    }
  },
  write: (key: string, values: object) => textDraft.write(key, JSON.stringify(values)),
  clear: (key: string) => textDraft.write(key, ''),
}
