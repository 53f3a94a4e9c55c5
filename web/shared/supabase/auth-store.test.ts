// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest'
import { textDraft } from '../hooks/text-draft.ts'
import { useAuthStore } from './auth-store.ts'

type Listener = (event: string, session: { user: { id: string } } | null) => void
const auth = vi.hoisted(() => ({ tell: (() => {}) as Listener }))
vi.mock('./client.ts', () => ({ supabase: { auth: { onAuthStateChange: (listener: Listener) => void (auth.tell = listener) } } }))

beforeEach(() => {
  localStorage.clear()
  auth.tell('SIGNED_IN', { user: { id: 'a' } })
  textDraft.write('item-1:note', '甲写的')
})

it('keeps the drafts while the same person stays, over a renewed token and a reload without network', () => {
  auth.tell('TOKEN_REFRESHED', { user: { id: 'a' } })
  auth.tell('INITIAL_SESSION', null)
  auth.tell('INITIAL_SESSION', { user: { id: 'a' } })
  expect(textDraft.read('item-1:note')).toBe('甲写的')
  expect(useAuthStore.getState()).toEqual({ status: 'in', userId: 'a' })
})

it('forgets them when the session ends, wherever that was noticed', () => {
  auth.tell('SIGNED_OUT', null)
  expect(textDraft.read('item-1:note')).toBe('')
  expect(useAuthStore.getState()).toEqual({ status: 'out' })
})

it('forgets them when another person signs in, also without a sign-out between', () => {
  auth.tell('SIGNED_IN', { user: { id: 'b' } })
  expect(textDraft.read('item-1:note')).toBe('')
})
