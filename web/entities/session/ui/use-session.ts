import { createContext, use } from 'react'
import type { Session } from '../model/session.ts'

export const SessionContext = createContext<Session | null>(null)

/** The signed-in officer; pages of the work site are rendered only once it is known. */
export function useSession(): Session {
  const session = use(SessionContext)
  if (!session) throw new Error('useSession outside the work site')
  return session
}
