/** Which characters the headings of the two sites are written in, read from the sources themselves: no list to keep. */
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'

export interface TitleCharacters {
  /** Loaded by every visitor: headings of the pages without an account, and the names in the mastheads. */
  public: string
  /** Loaded besides by officials only. */
  work: string
}

/** Digits, Latin, and what style sheets add: the numbers of the steps, the arrow of an entry. No space, see `faceOf`. */
const always = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-.:/()·一二三四五六七八九十→'

const heading = /<(h[1-3]|Heading)\b[^>]*>([\s\S]*?)<\/\1>/g
/** `title="…"`, `title={…}`, `title: '…'`: whatever component or manifest it is given to; a few too many cost little. */
const title = /\btitle\s*[=:]\s*/gi
const comment = /\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm

/** From an opening bracket to its own closing one. */
function bracketed(text: string, start: number): string {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '{') depth += 1
    else if (text[at] === '}' && (depth -= 1) === 0) return text.slice(start, at)
  }
  return text.slice(start)
}

function valueAt(text: string, start: number): string {
  const first = text[start] ?? ''
  if (first === '{') return bracketed(text, start)
  const end = text.indexOf('"\'`'.includes(first) ? first : '\n', start + 1)
  return text.slice(start, end < 0 ? undefined : end)
}

export function fixedHeadingsOf(source: string): string[] {
  const text = source.replaceAll(comment, '')
  return [
    ...[...text.matchAll(heading)].map((match) => match[2] ?? ''),
    ...[...text.matchAll(title)].map((match) => valueAt(text, match.index + match[0].length)),
  ]
}

/** Code is ASCII, words are not. */
const wordsOnly = (text: string) => [...text].filter((one) => one > '\u00a0')

const specifier = /\bfrom\s+'([^']+)'|\bimport\('([^']+)'\)|^import\s+'([^']+)'/gm

function readSources(webRoot: string): Map<string, string> {
  const paths = readdirSync(webRoot, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'))
  const own = paths.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$|^(testing|node_modules|app\/title-font)\//.test(path))
  return new Map(own.map((path) => [path, readFileSync(join(webRoot, path), 'utf8')]))
}

/** What a visitor without an account can be shown: everything the public halves of the modules and their shell lead to. */
function publicFiles(sources: ReadonlyMap<string, string>, webRoot: string): Set<string> {
  const seen = new Set<string>()
  const walk = (path: string) => {
    const text = sources.get(path)
    // The work site hangs off one dynamic import of the router.
    if (text === undefined || seen.has(path) || path.endsWith('/work-root.tsx')) return
    seen.add(path)
    for (const match of text.matchAll(specifier)) {
      const target = match[1] ?? match[2] ?? match[3] ?? ''
      if (target.startsWith('@/')) walk(target.slice(2))
      else if (target.startsWith('.')) walk(relative(webRoot, resolve(webRoot, dirname(path), target)).replaceAll('\\', '/'))
    }
  }
  walk('app/main.tsx')
  for (const path of sources.keys()) if (/^features\/[^/]+\/public\.ts$/.test(path)) walk(path)
  return seen
}

/** `names`: what the mastheads show of the sites, which is data. */
export function titleCharacters(webRoot: string, names: readonly string[]): TitleCharacters {
  const sources = readSources(webRoot)
  const ofPublic = publicFiles(sources, webRoot)
  const charactersOf = (paths: Iterable<string>) => [...paths].flatMap((path) => fixedHeadingsOf(sources.get(path) ?? '')).flatMap(wordsOnly)
  const first = new Set([...always, ...names.join(''), ...charactersOf(ofPublic)])
  const rest = new Set(charactersOf(sources.keys()).filter((one) => !first.has(one)))
  return { public: [...first].sort().join(''), work: [...rest].sort().join('') }
}
