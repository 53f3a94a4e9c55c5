import { AppError, type ErrorKind } from './app-error.ts'
import { decodeOrNull, maybe, shape, text } from '../http/decode.ts'
import { errorTexts } from './error-texts.ts'

const postgrestError = shape({ code: text, message: text, details: maybe(text), hint: maybe(text), request_id: maybe(text) })

const byStatus: Record<number, ErrorKind> = {
  400: 'invalid',
  401: 'unauthenticated',
  403: 'forbidden',
  404: 'not-found',
  409: 'conflict',
  413: 'invalid',
  415: 'invalid',
  422: 'invalid',
  429: 'rate-limited',
}

const bySqlState: Record<string, ErrorKind> = {
  '42501': 'forbidden',
  '23505': 'duplicate',
  '23503': 'in-use',
  '23514': 'invalid',
  '22P02': 'invalid',
  PGRST116: 'not-found',
  PGRST301: 'unauthenticated',
  PGRST303: 'unauthenticated',
  P0001: 'invalid',
}

export const kindOfStatus = (status: number): ErrorKind => byStatus[status] ?? 'unexpected'

const kindOfCode = (code: string): ErrorKind => (code.startsWith('PT') ? kindOfStatus(Number(code.slice(2))) : (bySqlState[code] ?? 'unexpected'))

function parseParams(details: string | null | undefined): Record<string, unknown> {
  if (!details) return {}
  try {
    const value: unknown = JSON.parse(details)
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

/** Anything thrown by fetch, PostgREST, auth or our own code becomes one shape. */
export function toAppError(error: unknown): AppError {
  if (error instanceof AppError) return error
  const parsed = decodeOrNull(postgrestError, error)
  if (parsed) {
    const { code, message, details, hint, request_id: requestId } = parsed
    if (isNetworkText(message)) return networkError(error)
    const kind = kindOfCode(code)
    const params = parseParams(details)
    return new AppError({
      kind,
      messageKey: kind === 'unexpected' ? (code.startsWith('http.') ? code : `sql.${code}`) : message,
      message: hint && kind !== 'unexpected' ? hint : errorTexts[kind],
      ...(typeof params.field === 'string' ? { field: params.field } : {}),
      params,
      requestId: requestId ?? undefined,
      cause: error,
    })
  }
  if (error instanceof TypeError || (error instanceof Error && isNetworkText(error.message))) return networkError(error)
  return new AppError({ kind: 'unexpected', messageKey: 'unexpected', message: errorTexts.unexpected, cause: error })
}

const isNetworkText = (text: string) => /failed to fetch|networkerror|load failed|fetch failed/i.test(text)

const networkError = (cause: unknown) => new AppError({ kind: 'network', messageKey: 'network', message: errorTexts.network, cause })
