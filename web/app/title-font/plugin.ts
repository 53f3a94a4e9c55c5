/**
 * The face of the headings, shipped: Windows and Android have no Song face with a bold of its own. One weight, cut down
 * to the characters of the fixed headings, in two files; a browser fetches the second only where a page needs it.
 */
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Plugin } from 'vite'
import { titleCharacters, type TitleCharacters } from './collect.ts'

const fontFile = '../node_modules/@expo-google-fonts/noto-serif-sc/600SemiBold/NotoSerifSC_600SemiBold.ttf'
const request = 'virtual:title-font.css'

const unicodeRangeOf = (characters: string) => [...characters].map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16)}`).join(',')

/**
 * Shown in the system's face until it is there, and nothing moves when it comes: every Chinese character is one em wide in
 * both, and without the space in its range it is never the "first available font", the one a line takes its height and its
 * baseline from.
 */
const faceOf = (name: keyof TitleCharacters, characters: string) => `@font-face {
  font-family: 'Title Song';
  src: url('./title-${name}.woff2') format('woff2');
  font-weight: 400 900;
  font-display: swap;
  unicode-range: ${unicodeRangeOf(characters)};
}
`

/** Cut once for the same characters: it takes two seconds. Answers where the style sheet is. */
async function makeFaces(webRoot: string, cacheDir: string, names: readonly string[]): Promise<string> {
  const characters = titleCharacters(webRoot, names)
  const sheet = `${faceOf('public', characters.public)}${faceOf('work', characters.work)}`
  const folder = join(cacheDir, 'title-font', createHash('sha256').update(sheet).digest('hex').slice(0, 16))
  const file = join(folder, 'title-font.css')
  if (existsSync(file)) return file
  const { default: subsetFont } = await import('subset-font')
  const font = await readFile(join(webRoot, fontFile))
  await mkdir(folder, { recursive: true })
  for (const name of ['public', 'work'] as const) {
    // Hints are for screens of the past, the other features for vertical lines.
    const cut = await subsetFont(font, characters[name], { targetFormat: 'woff2', noHinting: true, noLayoutClosure: true, keepFeatures: [] })
    await writeFile(join(folder, `title-${name}.woff2`), cut)
  }
  // Last: where it is, the rest is whole.
  await writeFile(file, sheet)
  return file
}

/** `names`: of the sites, shown in the mastheads. A heading added while `npm run dev` runs is cut at its next start. */
export function titleFont(names: readonly string[]): Plugin {
  let webRoot = ''
  let cacheDir = ''
  let made: Promise<string> | undefined
  return {
    name: 'title-font',
    configResolved(config) {
      webRoot = config.root
      cacheDir = config.cacheDir
    },
    resolveId(id) {
      if (id !== request) return
      made ??= makeFaces(webRoot, cacheDir, names)
      return made
    },
    transformIndexHtml: {
      order: 'post',
      // Every page has the masthead: asked for with the scripts, it is there when they first draw.
      handler(_html, { bundle }) {
        const file = Object.keys(bundle ?? {}).find((name) => /title-public.*\.woff2$/.test(name))
        if (!file) return
        const attrs = { rel: 'preload', as: 'font', type: 'font/woff2', href: `/${file}`, crossorigin: '', fetchpriority: 'low' }
        return [{ tag: 'link', attrs, injectTo: 'head' }]
      },
    },
  }
}
