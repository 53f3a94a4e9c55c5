import { describe, expect, it } from 'vitest'
import { modules } from '@/app/modules.ts'
import { foldersIn, hasFile, readSources, type Import, type SourceFile } from './source-files.ts'

const sources = readSources()
const production = sources.filter((file) => !file.isTest)
const features = foldersIn('features')
const layers = ['model', 'api', 'ui', 'pages']

const zoneOf = (path: string) => {
  const [top = '', second = ''] = path.split('/')
  return ['features', 'widgets', 'entities'].includes(top) ? `${top}/${second}` : top
}

function mayImport(file: SourceFile, { target, isType }: Import): boolean {
  const from = zoneOf(file.path)
  const to = zoneOf(target)
  if (from === to) return true
  if (from === 'app') return !to.startsWith('features/') || /\/(module|paths)\.ts$/.test(target)
  if (to === 'shared') return true
  if (to === 'app') return false
  if (from.startsWith('features/')) return /^(entities|widgets)\//.test(to) || /^features\/[^/]+\/paths\.ts$/.test(target)
  if (from.startsWith('widgets/')) return to.startsWith('entities/')
  if (from.startsWith('entities/')) return to.startsWith('entities/') && isType
  return false
}

const edges = (check: (file: SourceFile, one: Import) => boolean, files = production) =>
  files.flatMap((file) => file.imports.filter((one) => one.isLocal && !check(file, one)).map((one) => `${file.path} → ${one.target}`))

describe('who may import whom', () => {
  it('follows the zones', () => expect(edges(mayImport)).toEqual([]))

  it('flows pages → ui → api → model inside a module or entity', () => {
    const layerOf = (path: string) => layers.indexOf(path.split('/')[2] ?? '')
    const isDownward = (file: SourceFile, { target }: Import) =>
      zoneOf(file.path) !== zoneOf(target) || layerOf(file.path) < 0 || layerOf(target) < 0 || layerOf(target) <= layerOf(file.path)
    expect(edges(isDownward)).toEqual([])
  })

  it('keeps model free of screens and network', () => {
    const allowed = /^(zod|dayjs|zustand|@contract\/|react$)/
    const packages = production
      .filter((file) => /\/model\//.test(file.path))
      .flatMap((file) =>
        file.imports.filter((one) => !one.isLocal && !one.isType && !allowed.test(one.target)).map((one) => `${file.path} → ${one.target}`),
      )
    expect(packages).toEqual([])
  })

  it('touches the Supabase client only in api/ and shared/supabase', () => {
    const isApi = (path: string) => /\/api\//.test(path) || path.startsWith('shared/supabase/')
    const forbidden = production.filter(
      (file) => !isApi(file.path) && file.imports.some((one) => one.target === 'shared/supabase/client.ts' || one.target === '@supabase/supabase-js'),
    )
    expect(forbidden.map((file) => file.path)).toEqual([])
  })

  it('keeps ui out of shared/supabase and shared/query', () => {
    expect(edges((file, one) => !/^shared\/(supabase|query|http|errors)\//.test(file.path) || !one.target.startsWith('shared/ui/'))).toEqual([])
  })
})

describe('modules', () => {
  it.each(features)('%s has manifest, paths and README', (name) => {
    expect(['module.ts', 'paths.ts', 'README.md'].filter((file) => !hasFile(`features/${name}/${file}`))).toEqual([])
  })
  it('are all listed in app/modules.ts under their folder names', () => {
    expect(modules.map((module) => module.id).sort()).toEqual([...features].sort())
  })
  it('guard each work page with a permission they declare, or leave it open on purpose', () => {
    const undeclared = modules.flatMap((module) =>
      [...module.workRoutes, ...module.nav].flatMap(({ path, permission }) =>
        [permission ?? []].flat().every((one) => module.permissions.includes(one)) ? [] : [path],
      ),
    )
    expect(undeclared).toEqual([])
  })
  it('never claim the same address twice', () => {
    const paths = modules.flatMap((module) =>
      [...module.publicRoutes, ...(module.entryRoutes ?? []), ...module.workRoutes].map((route) => route.path),
    )
    expect(new Set(paths).size).toBe(paths.length)
  })
})

describe('the public site', () => {
  const byPath = new Map(production.map((file) => [file.path, file]))
  const reach = (start: string[]) => {
    const seen = new Set<string>()
    const packages = new Set<string>()
    const walk = (path: string) => {
      if (seen.has(path)) return
      seen.add(path)
      for (const one of byPath.get(path)?.imports ?? []) {
        if (one.isType || one.isDynamic) continue
        if (one.isLocal) walk(one.target)
        else packages.add(one.target)
      }
    }
    for (const path of start) walk(path)
    return packages
  }
  const pages = features.flatMap((name) => {
    const manifest = byPath.get(`features/${name}/module.ts`)?.text ?? ''
    const routes = /publicRoutes: \[\n([\s\S]*?)\n {2}\]/.exec(manifest)?.[1] ?? ''
    return [...routes.matchAll(/import\('\.\/(.+?)'\)/g)].map((match) => `features/${name}/${match[1]}`)
  })

  it('names its pages', () => {
    expect(pages).toHaveLength(modules.flatMap((module) => module.publicRoutes).length)
    expect(pages.filter((path) => !byPath.has(path))).toEqual([])
  })
  it('loads neither antd, nor the Supabase client, nor zod with its first script', () => {
    const packages = reach(['app/main.tsx', ...pages])
    expect([...packages].filter((name) => /^(antd|@ant-design|@supabase|zod|echarts)/.test(name))).toEqual([])
  })
})

describe('house rules', () => {
  it('keeps words of the business out of shared', () => {
    const words = new RegExp(`\\b(${['complaint', 'inspection', 'referral', 'campaign', 'credit', 'officer_', 'tip_'].join('|')})`, 'i')
    const found = production.filter((file) => file.path.startsWith('shared/') && words.test(file.text.replaceAll(/\/\*[\s\S]*?\*\/|\/\/.*/g, '')))
    expect(found.map((file) => file.path)).toEqual([])
  })
  it('never answers a pending or failed read with nothing', () => {
    const silent = /(isError|isPending|isLoading)\)?\s*(return|\?)\s*(null|undefined)\b/
    expect(production.filter((file) => silent.test(file.text)).map((file) => file.path)).toEqual([])
  })
  it('fetches no data in an effect', () => {
    const inEffect = /useEffect\([^]{0,300}?(restGet|callFunction|supabase\.(from|rpc))/
    expect(production.filter((file) => !file.path.startsWith('shared/supabase/') && inEffect.test(file.text)).map((file) => file.path)).toEqual([])
  })
  it('tests every file of model/ that computes something', () => {
    const tested = new Set(sources.filter((file) => file.isTest).flatMap((file) => file.imports.map((one) => one.target)))
    const untested = production.filter(
      (file) => /\/model\//.test(file.path) && /^export (async )?function |^export const .*=>.*[?+*<]/m.test(file.text) && !tested.has(file.path),
    )
    expect(untested.map((file) => file.path)).toEqual([])
  })
})
