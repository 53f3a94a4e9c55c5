import type { Session } from './session.ts'

/** What the screen offers; whether it may be done is decided by the database alone. */
export const can = (session: Session | null | undefined, permission: string | undefined) =>
  permission === undefined || Boolean(session?.permissions.includes(permission))
