import { z } from 'zod'

const record = z.record(z.string(), z.unknown())

/** A form kept as text; whatever is no longer readable is no draft. */
export function readJsonDraft(text: string): Record<string, unknown> {
  try {
    return record.parse(JSON.parse(text || '{}'))
  } catch {
    return {}
  }
}
