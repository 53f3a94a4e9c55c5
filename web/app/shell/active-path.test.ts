import { expect, it } from 'vitest'
import { activePath } from './active-path.ts'

const paths = ['/work', '/work/inbox', '/work/complaints', '/work/complaints/figures']
it.each([
  ['/work', '/work'],
  ['/work/account', undefined],
  ['/work/complaintsx', undefined],
  ['/work/complaints', '/work/complaints'],
  ['/work/complaints/figures', '/work/complaints/figures'],
  ['/work/complaints/0b3c', '/work/complaints'],
])('%s stands under %s', (pathname, path) => expect(activePath(pathname, paths)).toBe(path))
