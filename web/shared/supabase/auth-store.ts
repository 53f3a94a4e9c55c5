import { create } from 'zustand'
import { textDraft } from '../hooks/text-draft.ts'
import { supabase } from './client.ts'

type AuthState = { status: 'loading' } | { status: 'out' } | { status: 'in'; userId: string }

/** Whether somebody is signed in on this device; who that is and what they may do is server state (my_session). */
export const useAuthStore = create<AuthState>()(() => ({ status: 'loading' }))

supabase.auth.onAuthStateChange((event, session) => {
  // Before any screen draws for the next person. Merely being unreachable is no sign-out: the first event may come without a session.
  if (session) textDraft.keepFor(session.user.id)
  else if (event === 'SIGNED_OUT') textDraft.clear()
  useAuthStore.setState(session ? { status: 'in', userId: session.user.id } : { status: 'out' }, true)
})
