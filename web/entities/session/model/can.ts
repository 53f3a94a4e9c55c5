import type { Session } from './session.ts'

/** What the screen offers; whether it may be done is decided by the database alone. Of several permissions any one will do. */
export const can = (session: Session | null | undefined, permission: string | readonly string[] | undefined) =>
  permission === undefined || [permission].flat().some((one) => session?.permissions.includes(one) ?? false)
