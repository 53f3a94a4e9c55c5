import { z } from 'zod/mini'
import { AppError } from '../errors/app-error.ts'
import { errorTexts } from '../errors/error-texts.ts'
import { kindOfStatus } from '../errors/to-app-error.ts'

const shape = z.object({
  error: z.object({
    code: z.string(),
    message: z.optional(z.string()),
    field: z.optional(z.string()),
    params: z.optional(z.record(z.string(), z.unknown())),
  }),
})

/** Edge functions answer errors as `{error: {code, message, field?, params?}}`. */
export function functionError(status: number, body: unknown): AppError {
  const kind = kindOfStatus(status)
  const parsed = shape.safeParse(body)
  if (!parsed.success) return new AppError({ kind, messageKey: `http.${status}`, message: errorTexts[kind] })
  const { code, message, field, params } = parsed.data.error
  return new AppError({ kind, messageKey: code, message: message ?? errorTexts[kind], field, params })
}
