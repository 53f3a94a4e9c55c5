/** A failure the operator can mend: the message says in Chinese what is wrong, the remedy what to do. */
export class StackError extends Error {
  readonly remedy: string

  constructor(message: string, remedy: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.name = 'StackError'
    this.remedy = remedy
  }
}

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error))
