import { describe, expect, it } from 'vitest'
import { modules, navOf } from '@/app/modules.ts'
import { publicModules } from '@/app/public-modules.ts'
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
  if (from === 'app') return !to.startsWith('features/') || /\/(module|public|paths)\.ts$/.test(target)
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
  const halves = [...modules, ...publicModules]

  it.each(features)('%s has a manifest, paths and README', (name) => {
    expect(['paths.ts', 'README.md'].filter((file) => !hasFile(`features/${name}/${file}`))).toEqual([])
    expect(['module.ts', 'public.ts'].some((file) => hasFile(`features/${name}/${file}`))).toBe(true)
  })
  it('are all found, and both halves call them by the name of the folder', () => {
    expect([...new Set(halves.map((half) => half.id))].sort()).toEqual([...features].sort())
    const names = halves.map(({ id, title, isCore }) => `${id} ${title} ${String(isCore)}`)
    expect(new Set(names).size).toBe(features.length)
  })
  it('keep what they read under their own name, so that an event refreshes them alone', () => {
    const roots = production.flatMap(({ path, text }) => {
      const [, name] = /^features\/([^/]+)\/api\/keys\.ts$/.exec(path) ?? []
      return name ? [...text.matchAll(/=>\s*\[\s*'([^']+)'/g)].flatMap(([, root]) => (root === name ? [] : [`${path}: ${root}`])) : []
    })
    expect(roots).toEqual([])
  })
  it('guard each work page with a permission they declare, or leave it open on purpose', () => {
    const undeclared = modules.flatMap((module) =>
      [...module.workRoutes, ...module.nav, ...(module.landing ?? []), ...(module.figures ? [module.figures] : [])].flatMap(({ permission }) =>
        [permission ?? []].flat().flatMap((one) => (module.permissions.includes(one) ? [] : [`${module.id}: ${one}`])),
      ),
    )
    expect(undeclared).toEqual([])
  })
  it('never claim the same address or kind of item twice', () => {
    const paths = [
      ...publicModules.flatMap((module) => [...module.routes, ...(module.entryRoutes ?? [])]),
      ...modules.flatMap((module) => module.workRoutes),
    ].map((route) => route.path)
    expect(paths.filter((path, index) => paths.indexOf(path) !== index)).toEqual([])
    const kinds = modules.flatMap((module) => Object.keys(module.kinds ?? {}))
    expect(kinds.filter((kind, index) => kinds.indexOf(kind) !== index)).toEqual([])
  })
  it('stand in one order: no two entries share a number, no group is torn apart', () => {
    const numbersOf = (entries: readonly { order: number }[]) => entries.map((entry) => entry.order)
    for (const orders of [
      numbersOf(navOf(modules)),
      numbersOf(publicModules.flatMap((module) => module.nav)),
      numbersOf(publicModules.flatMap((module) => module.home ?? [])),
    ])
      expect(orders.filter((order, index) => orders.indexOf(order) !== index)).toEqual([])
    const groups = navOf(modules).map((entry) => entry.group)
    expect(groups.filter((group, index) => index > 0 && groups[index - 1] !== group && groups.indexOf(group) < index)).toEqual([])
  })
  it('offer one entry at a time where two lead to the same page', () => {
    const entries = navOf(modules)
    const twice = entries.filter(({ path }) => entries.filter((other) => other.path === path).length > 1)
    const clashes = twice.filter(
      ({ path, unless }) => unless === undefined && !twice.some((other) => other.path === path && other.unless !== undefined),
    )
    expect(clashes.map((entry) => entry.title)).toEqual([])
  })
})

describe('the two sites', () => {
  const byPath = new Map(production.map((file) => [file.path, file]))
  /** What is loaded before anything is asked for: packages and files. */
  const reach = (start: readonly string[]) => {
    const files = new Set<string>()
    const packages = new Set<string>()
    const walk = (path: string) => {
      if (files.has(path)) return
      files.add(path)
      for (const one of byPath.get(path)?.imports ?? []) {
        if (one.isType || one.isDynamic) continue
        if (one.isLocal) walk(one.target)
        else packages.add(one.target)
      }
    }
    for (const path of start) walk(path)
    return { packages: [...packages], files: [...files] }
  }
  const manifestsOf = (name: string) =>
    production.map((file) => file.path).filter((path) => path.startsWith('features/') && path.endsWith(`/${name}`))
  const publicManifests = manifestsOf('public.ts')
  /** Pages of the public frame, and the parts that they draw lazily. */
  const pages = publicManifests.flatMap((path) => {
    const lines = (byPath.get(path)?.text ?? '').replace(/entryRoutes: \[\n[\s\S]*?\n {2}\]/, '')
    return [...lines.matchAll(/import\('\.\/(.+?)'\)/g)].map((match) => path.replace('public.ts', match[1] ?? ''))
  })

  it('names the public pages', () => {
    const lazyParts = publicModules.filter((module) => module.home !== undefined)
    expect(pages).toHaveLength(publicModules.flatMap((module) => module.routes).length + lazyParts.length)
    expect(pages.filter((path) => !byPath.has(path))).toEqual([])
  })
  it('loads neither antd, nor the Supabase client, nor zod with the first script of the public site', () => {
    const { packages } = reach(['app/main.tsx', ...publicManifests, ...pages])
    expect(packages.filter((name) => /^(antd|@ant-design|@supabase|zod|echarts)/.test(name))).toEqual([])
  })
  it('loads no form with the first script of the work site: dialogs and their checks come with the pages', () => {
    const { files } = reach(['app/main.tsx', 'app/shell/work-root.tsx', ...manifestsOf('module.ts')])
    expect(files.filter((path) => path.startsWith('shared/form/') || path === 'shared/ui/form-dialog.tsx')).toEqual([])
  })
  it('loads no manifest of the other site with either', () => {
    expect(reach(['app/main.tsx', ...publicManifests]).files.filter((path) => path.endsWith('/module.ts') || path === 'app/modules.ts')).toEqual([])
    expect(reach(['app/shell/work-root.tsx', ...manifestsOf('module.ts')]).files.filter((path) => path.endsWith('/public.ts'))).toEqual([])
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
