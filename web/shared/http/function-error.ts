import { AppError } from '../errors/app-error.ts'
import { errorTexts } from '../errors/error-texts.ts'
import { kindOfStatus } from '../errors/to-app-error.ts'
import { anything, decodeOrNull, maybe, shape, text } from './decode.ts'

const answer = shape({ error: shape({ code: text, message: maybe(text), field: maybe(text), params: maybe(anything) }) })

/** Edge functions answer errors as `{error: {code, message, field?, params?}}`. */
export function functionError(status: number, body: unknown, requestId?: string | null): AppError {
  const kind = kindOfStatus(status)
  const parsed = decodeOrNull(answer, body)
  if (!parsed) return new AppError({ kind, messageKey: `http.${status}`, message: errorTexts[kind], requestId: requestId ?? undefined })
  const { code, message, field, params } = parsed.error
  return new AppError({
    kind,
    messageKey: code,
    message: message ?? errorTexts[kind],
    requestId: requestId ?? undefined,
    ...(field ? { field } : {}),
    ...(typeof params === 'object' && params ? { params: { ...params } } : {}),
  })
}
