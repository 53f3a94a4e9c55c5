import os from 'node:os'
import { expect, test } from 'vitest'
import { hasRoom } from './disk.ts'

test('a disk has room as long as the reserve is free', async () => {
  expect(await hasRoom(os.tmpdir(), 1)).toBe(true)
  expect(await hasRoom(os.tmpdir(), 2 ** 60)).toBe(false)
  await expect(hasRoom('/nowhere')).rejects.toThrow('ENOENT')
})
