import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export const webRoot = resolve(import.meta.dirname, '..')

export interface SourceFile {
  /** Path under web/, with forward slashes. */
  path: string
  text: string
  isTest: boolean
  imports: Import[]
}

export interface Import {
  /** Path under web/ of what is imported, or the package name. */
  target: string
  isLocal: boolean
  isType: boolean
  isDynamic: boolean
}

const pattern = /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[\w*{}\s,$]+?\s+from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/g

function importsOf(path: string, text: string): Import[] {
  return [...text.matchAll(pattern)].map((match) => {
    const specifier = match[2] ?? match[3] ?? ''
    const base = { isType: match[1] !== undefined, isDynamic: match[3] !== undefined }
    if (specifier.startsWith('@/')) return { ...base, isLocal: true, target: specifier.slice(2) }
    if (specifier.startsWith('.')) return { ...base, isLocal: true, target: relative(webRoot, resolve(webRoot, dirname(path), specifier)) }
    return { ...base, isLocal: false, target: specifier }
  })
}

export function readSources(): SourceFile[] {
  return readdirSync(webRoot, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts') && !path.endsWith('database.types.ts'))
    .map((path) => {
      const text = readFileSync(join(webRoot, path), 'utf8')
      return { path, text, isTest: /\.test\.tsx?$/.test(path) || path.startsWith('testing/'), imports: importsOf(path, text) }
    })
}

export const foldersIn = (path: string) =>
  readdirSync(join(webRoot, path), { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))

export const hasFile = (path: string) => existsSync(join(webRoot, path))
