interface ImportMetaEnv {
  readonly VITE_SUPABASE_URL?: string
  readonly VITE_SUPABASE_PUBLISHABLE_KEY?: string
}

/** Stamp of the build, set by vite.config.ts. */
declare const __BUILD_ID__: string
