import fs from 'node:fs'
import path from 'node:path'
import { brotliDecompressSync } from 'node:zlib'
import { afterAll, describe, expect, test, vi } from 'vitest'
import { createStaticSite } from './static.ts'
import { temporaryDir } from './testing/stack.ts'

const dir = temporaryDir()
const page = '<!doctype html><script>document.title = "监管"</script><div id="root"></div>'
fs.mkdirSync(path.join(dir, 'dist/assets'), { recursive: true })
fs.writeFileSync(path.join(dir, 'dist/index.html'), page)
fs.writeFileSync(path.join(dir, 'dist/assets/app-1a2b3c.js'), 'export const text = "监管";\n'.repeat(500))
fs.writeFileSync(path.join(dir, 'secret.txt'), 'outside')
afterAll(() => fs.rmSync(dir, { recursive: true, force: true }))

const site = createStaticSite(path.join(dir, 'dist'))
const get = (pathname: string, headers: { accept?: string; encoding?: string; etag?: string } = {}, method = 'GET') =>
  site.respond(method, pathname, { accept: '*/*', encoding: '', etag: '', ...headers }, 'gov.example.cn:8000')

describe('the built site', () => {
  test('an asset is kept for ever and compressed', async () => {
    const response = await get('/assets/app-1a2b3c.js', { encoding: 'gzip, deflate, br' })
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(response.headers.get('content-encoding')).toBe('br')
    expect(brotliDecompressSync(Buffer.from(await response.arrayBuffer())).toString()).toContain('监管')
  })

  test('an unknown path is the page, revalidated, with a strict policy', async () => {
    const response = await get('/work/complaints/7', { accept: 'text/html' })
    expect(await response.text()).toBe(page)
    expect(response.headers.get('cache-control')).toBe('no-cache')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toMatch(/script-src 'self' 'sha256-[^']+';/)
    expect(policy).toContain("connect-src 'self' ws://gov.example.cn:8000 wss://gov.example.cn:8000")
    expect(policy).toContain("frame-ancestors 'none'")
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  test('what a browser has already is not sent again', async () => {
    const etag = (await get('/')).headers.get('etag') ?? ''
    expect((await get('/', { etag: `W/${etag}` })).status).toBe(304)
  })

  test.each(['/assets/gone-9f.js', '/../secret.txt', '/%2e%2e/secret.txt', '/%00'])('%s is nothing of ours', async (pathname) => {
    const response = await get(pathname)
    expect(await response.text()).not.toContain('outside')
    if (pathname.endsWith('.js')) expect(response.status).toBe(404)
  })

  test('a file is kept once, however the way to it is spelt', async () => {
    const read = vi.spyOn(fs.promises, 'readFile')
    for (const way of ['/./assets/app-1a2b3c.js', '//assets//app-1a2b3c.js', '/assets/../assets/app-1a2b3c.js', '/%2e/assets/./app-1a2b3c.js'])
      expect((await get(way)).status).toBe(200)
    expect(read).not.toHaveBeenCalled()
    read.mockRestore()
  })

  test('only reading', async () => expect((await get('/', {}, 'POST')).status).toBe(405))
  test('a broken escape', async () => expect((await get('/%zz')).status).toBe(400))
})
