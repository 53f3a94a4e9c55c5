export const errorKinds = [
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'duplicate',
  'in-use',
  'invalid',
  'rate-limited',
  'network',
  'unexpected',
] as const
export type ErrorKind = (typeof errorKinds)[number]

interface AppErrorInit {
  kind: ErrorKind
  /** Stable key such as `complaint.term_passed`; tests and special cases look at this, never at the text. */
  messageKey: string
  /** One Chinese sentence a person can act on. */
  message: string
  field?: string
  params?: Record<string, unknown>
  cause?: unknown
}

export class AppError extends Error {
  readonly kind: ErrorKind
  readonly messageKey: string
  readonly field: string | undefined
  readonly params: Record<string, unknown>

  constructor(init: AppErrorInit) {
    super(init.message, { cause: init.cause })
    this.name = 'AppError'
    this.kind = init.kind
    this.messageKey = init.messageKey
    this.field = init.field
    this.params = init.params ?? {}
  }
}
