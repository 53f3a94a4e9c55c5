import { z } from 'zod'

/** 0: the present year. */
const schema = z.object({ year: z.coerce.number().int().min(2000).max(2100).or(z.literal(0)).catch(0) })
const defaults: z.infer<typeof schema> = { year: 0 }
export const calendarSearch = { defaults, parse: (raw: Record<string, string>): z.infer<typeof schema> => schema.parse({ ...defaults, ...raw }) }
