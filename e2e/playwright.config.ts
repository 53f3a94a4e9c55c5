import { existsSync } from 'node:fs'
import packaged from '@sparticuz/chromium'
import { defineConfig } from '@playwright/test'
import { baseURL } from './settings.ts'

/** The browser comes from npm on Linux x64; elsewhere Playwright's own, or whatever CHROMIUM_PATH names. */
async function browserPath(): Promise<string | undefined> {
  if (process.env.CHROMIUM_PATH) return process.env.CHROMIUM_PATH
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  return packaged.executablePath()
}
const executablePath = await browserPath()
if (executablePath && !existsSync(executablePath)) throw new Error(`没有找到浏览器 ${executablePath}，请用 CHROMIUM_PATH 指定`)

export default defineConfig({
  testDir: './specs',
  outputDir: '../test-results',
  workers: 2,
  fullyParallel: false,
  forbidOnly: true,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list']],
  use: {
    baseURL,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1366, height: 768 },
    // Nothing moves: a step never meets a dialog half-way, and the wish for stillness is kept or the tests say so.
    contextOptions: { reducedMotion: 'reduce' },
    // A trace costs every test a third of its time: TRACE=1 takes one of what fails, a picture is always taken.
    trace: process.env.TRACE ? 'retain-on-failure' : 'off',
    screenshot: 'only-on-failure',
    launchOptions: { ...(executablePath ? { executablePath } : {}), args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'] },
  },
  // The demo is checked before anybody works with it. One address, one set of quotas: the tests that use them up and
  // reset them run before those that file.
  projects: [
    { name: 'demo', testMatch: /demo\.spec\.ts/ },
    { name: 'abuse', testMatch: /abuse\.spec\.ts/, dependencies: ['demo'] },
    { name: 'main', testIgnore: /(demo|abuse)\.spec\.ts/, dependencies: ['abuse'] },
  ],
  webServer: {
    command: 'node server.ts',
    url: `${baseURL}/healthz`,
    // A first start with its world, on a machine that others work on too.
    timeout: 240_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 20_000 },
    stdout: 'ignore',
    stderr: 'pipe',
  },
})
