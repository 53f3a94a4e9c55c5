/** What a function answers when it refuses: a status, a stable code, one Chinese sentence, the field to mend. */
export class FunctionError extends Error {
  readonly status: number
  readonly code: string
  readonly field: string | undefined
  readonly params: Record<string, unknown>

  constructor(status: number, code: string, message: string, params: Record<string, unknown> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.field = typeof params.field === 'string' ? params.field : undefined
    this.params = params
  }
}

export interface DatabaseError {
  code?: string
  message: string
  details?: string | null
  hint?: string | null
}

function parseParams(details: string | null | undefined): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(details ?? '{}')
    return typeof parsed === 'object' && parsed !== null ? { ...parsed } : {}
  } catch {
    return {}
  }
}

/** Business errors carry PTnnn and pass through; a missing right or a token that is over is "sign in", data that is none is the form's; anything else is ours to explain. */
export function fromDatabase(error: DatabaseError): FunctionError {
  const status = /^PT(\d{3})$/.exec(error.code ?? '')?.[1]
  if (status) return new FunctionError(Number(status), error.message, error.hint ?? '操作未成功，请稍后重试', parseParams(error.details))
  if (error.code === '42501' || error.code?.startsWith('PGRST30')) return new FunctionError(401, 'auth.required', '请登录后再操作')
  if (error.code === '23514' || error.code?.startsWith('22')) return new FunctionError(422, 'form.invalid', '填写的内容不符合要求，请检查后重新提交')
  return new FunctionError(503, 'service.unavailable', '系统繁忙，请稍后重试；您填写的内容仍然保留')
}
