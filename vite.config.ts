import react from '@vitejs/plugin-react'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { siteTitles } from './supabase/seed/sites.ts'
import { titleFont } from './web/app/title-font/plugin.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const alias = [
  { find: /^@contract\//, replacement: at('./supabase/functions/_shared/contract/') },
  { find: /^@\//, replacement: at('./web/') },
  // Edge functions may pin `npm:name@version`; in Node the same name resolves from node_modules.
  { find: /^npm:((?:@[^/]+\/)?[^@/]+)(?:@[^/]+)?(\/.*)?$/, replacement: '$1$2' },
]

/** The embedded stack brings its own global setup; a checkout without it still runs the other projects. */
const setupIfPresent = (path: string) => (existsSync(at(path)) ? [at(path)] : [])

const sealing = ['audit.test.ts', 'seals.test.ts']
const database = {
  environment: 'node',
  globalSetup: setupIfPresent('./supabase/tests/global-setup.ts'),
  testTimeout: 30_000,
  hookTimeout: 120_000,
} as const

const backend = process.env.DEV_BACKEND ?? 'http://127.0.0.1:8000'
const proxied = ['/rest', '/auth', '/storage', '/functions', '/realtime', '/healthz']

const buildId = process.env.BUILD_ID ?? new Date().toISOString()

/** The open page compares its own stamp with this file and offers a reload after a deployment. */
const versionFile: Plugin = {
  name: 'version-file',
  apply: 'build',
  generateBundle() {
    this.emitFile({ type: 'asset', fileName: 'version.json', source: JSON.stringify({ build: buildId }) })
  },
}

export default defineConfig({
  root: at('./web'),
  publicDir: at('./public'),
  resolve: { alias },
  plugins: [react(), titleFont(siteTitles), versionFile],
  define: { __BUILD_ID__: JSON.stringify(buildId) },
  server: {
    proxy: Object.fromEntries(proxied.map((path) => [path, { target: backend, ws: path === '/realtime', changeOrigin: true }])),
  },
  build: {
    outDir: at('./dist'),
    emptyOutDir: true,
    manifest: true,
    target: ['chrome87', 'safari15', 'firefox91'],
    chunkSizeWarningLimit: 1200,
    rolldownOptions: {
      treeshake: {
        // antd's parts do not say that importing them does nothing: without this every page loads the form's validator and the tree.
        moduleSideEffects: [{ test: /\/node_modules\/@rc-component\//, sideEffects: false }],
      },
    },
  },
  test: {
    // Two cores are enough for everything at once; a machine with more gains little, the longest file decides.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        root: at('./web'),
        test: {
          name: 'web',
          environment: 'node',
          isolate: false,
          include: ['**/*.test.{ts,tsx}'],
          setupFiles: [at('./web/testing/setup.ts')],
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        root: at('./supabase/functions'),
        test: { name: 'functions', environment: 'node', isolate: false, include: ['**/*.test.ts'] },
      },
      {
        extends: true,
        root: at('./supabase/tests'),
        test: { ...database, name: 'database', include: ['**/*.test.ts'], exclude: sealing },
      },
      {
        // A transaction open in one database of a cluster holds back what may be sealed in another: a cluster of their
        // own, one file after the other.
        extends: true,
        root: at('./supabase/tests'),
        test: { ...database, name: 'sealing', include: sealing, fileParallelism: false },
      },
      {
        extends: true,
        root: at('./supabase/local'),
        test: {
          name: 'local',
          environment: 'node',
          include: ['**/*.test.ts'],
          globalSetup: setupIfPresent('./supabase/local/global-setup.ts'),
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
