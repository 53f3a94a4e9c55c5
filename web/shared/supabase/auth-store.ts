import { create } from 'zustand'
import { textDraft } from '../hooks/text-draft.ts'
import { supabase } from './client.ts'

/** Why somebody was signed out who did not ask for it: half an hour without a touch; the session ended elsewhere. */
export type LeaveReason = 'idle' | 'lost'

type AuthState = { status: 'loading' } | { status: 'out'; reason?: LeaveReason } | { status: 'in'; userId: string }

/** Whether somebody is signed in on this device; who that is and what they may do is server state (my_session). */
export const useAuthStore = create<AuthState>()(() => ({ status: 'loading' }))

let reason: LeaveReason | undefined

/** Said before the sign-out it is the reason of, for the page that is then shown. */
export const leaveBecause = (why: LeaveReason | undefined) => {
  reason = why
}

textDraft.forgetOld()
supabase.auth.onAuthStateChange((event, session) => {
  // Before any screen draws for the next person. Merely being unreachable is no sign-out: the first event may come without a session.
  // Whoever signs out themselves has cleared the drafts; who was signed out finds them again, and nobody else does.
  if (session) textDraft.keepFor(session.user.id)
  useAuthStore.setState(session ? { status: 'in', userId: session.user.id } : { status: 'out', ...(reason ? { reason } : {}) }, true)
  if (event === 'SIGNED_OUT') reason = undefined
})
