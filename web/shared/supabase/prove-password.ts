import { createClient } from '@supabase/supabase-js'
import { clientConfig } from '../config/client-config.ts'
import { identifiedFetch } from '../http/identified-fetch.ts'

/**
 * Whether the password is right, asked beside the session that is open: signing in anew would put a session of one
 * factor in its place. The session made for it ends again.
 */
export async function provePassword(email: string, password: string) {
  const client = createClient(clientConfig.url, clientConfig.publishableKey, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false, storageKey: 'proof-of-password' },
    global: { fetch: identifiedFetch },
  })
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (!error) await client.auth.signOut({ scope: 'local' })
  return error
}
