import { afterEach, expect, it, vi } from 'vitest'
import { digestOf } from './digest-of.ts'

afterEach(() => void vi.unstubAllGlobals())

it('is the same by the browser and, where it has none, in script', async () => {
  const file = new Blob([Uint8Array.from({ length: 5000 }, (_, i) => i % 251)])
  const native = await digestOf(file)
  expect(native).toMatch(/^[0-9a-f]{64}$/)
  vi.stubGlobal('crypto', {})
  expect(await digestOf(file)).toBe(native)
  expect(await digestOf(new Blob(['abc']))).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad')
})
