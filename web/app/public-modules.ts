import type { PublicManifest } from '@/shared/module/public-manifest.ts'

const found = import.meta.glob<PublicManifest>('../features/*/public.ts', { eager: true, import: 'manifest' })

/** The public half of every module: whatever folder under features/ has a `public.ts`. */
export const publicModules: readonly PublicManifest[] = Object.values(found)
