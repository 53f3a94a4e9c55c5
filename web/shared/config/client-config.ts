/** Where the back end answers. Embedded stack: same origin, a fixed key that is public by nature. */
export const clientConfig = {
  url: import.meta.env.VITE_SUPABASE_URL ?? window.location.origin,
  publishableKey: import.meta.env.VITE_SUPABASE_PUBLISHABLE_KEY ?? 'sb_publishable_embedded',
  buildId: __BUILD_ID__,
} as const
