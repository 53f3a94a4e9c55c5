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
  /** Under which the server's log and the audit log know the request. */
  requestId?: string | undefined
  cause?: unknown
}

/** What nobody foresaw can only be mended by whoever finds it in the log; a refusal explains itself. */
const isOurs = ({ kind, requestId }: AppErrorInit) => kind === 'unexpected' && requestId !== undefined

export class AppError extends Error {
  readonly kind: ErrorKind
  readonly messageKey: string
  readonly field: string | undefined
  readonly params: Record<string, unknown>
  /** Of an unexpected error only: it is part of the text then. */
  readonly requestId: string | undefined

  constructor(init: AppErrorInit) {
    super(isOurs(init) ? `${init.message.replace(/。?$/, '。')}报障时请提供编号 ${init.requestId}。` : init.message, { cause: init.cause })
    this.name = 'AppError'
    this.kind = init.kind
    this.messageKey = init.messageKey
    this.field = init.field
    this.params = init.params ?? {}
    this.requestId = isOurs(init) ? init.requestId : undefined
  }
}
