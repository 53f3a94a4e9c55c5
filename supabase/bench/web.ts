/** What a phone has to load and how soon it shows the citizen's form; the floor is the target. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import packaged from '@sparticuz/chromium'
import { chromium, type Browser } from 'playwright-core'
import { freePort } from '../local/postgres.ts'
import { projectDir } from '../local/migrate.ts'
import { distDir } from '../local/site.ts'
import { eventually, temporaryDir } from '../local/testing/stack.ts'
import { figure, median, type Figure } from './figure.ts'

const targets = { formKiB: 130, shellKiB: 300, landingKiB: 300, inboxKiB: 380, figuresKiB: 630, lcpSeconds: 1.8, cls: 0.05 }
const loads = 7
const slowdown = 4

interface Chunk {
  file: string
  imports?: string[]
}

/** Gzip size of the scripts of these entries with everything they import before they run. */
function scriptKiB(entries: string[]): number {
  const manifest = JSON.parse(fs.readFileSync(path.join(distDir, '.vite/manifest.json'), 'utf8')) as Record<string, Chunk>
  const files = new Set<string>()
  const add = (name: string): void => {
    const chunk = manifest[name]
    if (!chunk) throw new Error(`the build has no "${name}"`)
    if (files.has(chunk.file)) return
    files.add(chunk.file)
    chunk.imports?.forEach(add)
  }
  entries.forEach(add)
  return [...files].reduce((sum, file) => sum + gzipSync(fs.readFileSync(path.join(distDir, file))).length, 0) / 1024
}

/** Runs in the page: keeps the last largest paint and adds up the shifts. */
function observe(): void {
  const seen = { lcp: 0, cls: 0 }
  Object.assign(window, { seen })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.lcp = entry.startTime
  }).observe({ type: 'largest-contentful-paint', buffered: true })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
      if (!entry.hadRecentInput) seen.cls += entry.value
  }).observe({ type: 'layout-shift', buffered: true })
}

async function loadForm(browser: Browser, url: string): Promise<{ lcp: number; cls: number }> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, locale: 'zh-CN' })
  try {
    const page = await context.newPage()
    const protocol = await context.newCDPSession(page)
    await protocol.send('Emulation.setCPUThrottlingRate', { rate: slowdown })
    await page.addInitScript(observe)
    await page.goto(`${url}/complaint/new`, { waitUntil: 'networkidle' })
    await page.locator('form').waitFor()
    await page.waitForTimeout(1000)
    return await page.evaluate(() => (window as unknown as { seen: { lcp: number; cls: number } }).seen)
  } finally {
    await context.close()
  }
}

async function benchPaint(url: string): Promise<Figure[]> {
  const packagedHere = process.platform === 'linux' && process.arch === 'x64'
  const executablePath = process.env.CHROMIUM_PATH ?? (packagedHere ? await packaged.executablePath() : undefined)
  const browser = await chromium.launch({
    ...(executablePath ? { executablePath } : {}),
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  })
  try {
    const paints: { lcp: number; cls: number }[] = []
    for (let run = 0; run < loads; run += 1) paints.push(await loadForm(browser, url))
    const name = `citizen form, phone, ${slowdown}x slower processor`
    return [
      figure('web', `LCP, ${name}`, median(paints.map(({ lcp }) => lcp)) / 1000, 's', targets.lcpSeconds),
      figure('web', `CLS, ${name}`, median(paints.map(({ cls }) => cls)), 'score', targets.cls),
    ]
  } finally {
    await browser.close()
  }
}

/** As `npm start -- --empty`: builds the pages if they are stale, then serves them. */
export async function benchWeb(): Promise<Figure[]> {
  const dir = temporaryDir()
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, [path.join(projectDir, 'supabase/local/start.ts'), '--empty'], {
    cwd: projectDir,
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, PORT: String(port), DATA_DIR: path.join(dir, 'data'), SITE: 'anhui' },
  })
  const ended = once(child, 'exit')
  try {
    const answered = eventually(async () => (await fetch(`${url}/healthz`).catch(() => undefined))?.ok || undefined, 180_000)
    if ((await Promise.race([answered, ended])) !== true) throw new Error('the stack did not start')
    const work = ['index.html', 'app/shell/work-root.tsx']
    const scripts: [name: string, entries: string[], target: number][] = [
      ['citizen form', ['index.html', 'features/complaint/pages/file-page.tsx'], targets.formKiB],
      ['work shell', work, targets.shellKiB],
      ['work shell with landing page', [...work, 'app/landing/landing-page.tsx', 'features/inbox/pages/landing-part.tsx'], targets.landingKiB],
      ['work shell with inbox', [...work, 'features/inbox/pages/inbox-page.tsx'], targets.inboxKiB],
      ['work shell with figures', [...work, 'features/complaint/pages/figures-page.tsx'], targets.figuresKiB],
    ]
    return [
      ...scripts.map(([name, entries, target]) => figure('web', `${name}, scripts, gzip`, scriptKiB(entries), 'KiB', target)),
      ...(await benchPaint(url)),
    ]
  } finally {
    child.kill('SIGTERM')
    await ended
    fs.rmSync(dir, { recursive: true, force: true })
  }
}
