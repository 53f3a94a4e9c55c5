import { create } from 'zustand'
import { supabase } from './client.ts'

type AuthState = { status: 'loading' } | { status: 'out' } | { status: 'in'; userId: string }

/** Whether somebody is signed in on this device; who that is and what they may do is server state (my_session). */
export const useAuthStore = create<AuthState>()(() => ({ status: 'loading' }))

supabase.auth.onAuthStateChange((_event, session) => {
  useAuthStore.setState(session ? { status: 'in', userId: session.user.id } : { status: 'out' }, true)
})
