import type { Session } from './session.ts'

/** What the screen offers; whether it may be done is decided by the database alone. Of several permissions any one will do. */
export const can = (session: Session | null | undefined, permission: string | readonly string[] | undefined) =>
  permission === undefined || [permission].flat().some((one) => session?.permissions.includes(one) ?? false)

/** What the officer's roles permit once a second factor is set up: offered, and led there. */
export const isWithheld = (session: Session, permission: string | readonly string[] | undefined) =>
  permission !== undefined && !can(session, permission) && [permission].flat().some((one) => session.withheld.includes(one))
