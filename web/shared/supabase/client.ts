import { createClient } from '@supabase/supabase-js'
import { clientConfig } from '../config/client-config.ts'
import { identifiedFetch } from '../http/identified-fetch.ts'
import type { Database } from '@contract/database.types.ts'

/** The one client of the work site; only `api/` files and this folder use it. */
export const supabase = createClient<Database>(clientConfig.url, clientConfig.publishableKey, {
  auth: { persistSession: true, autoRefreshToken: true, detectSessionInUrl: false },
  global: { fetch: identifiedFetch },
  realtime: { params: { eventsPerSecond: 20 } },
})
