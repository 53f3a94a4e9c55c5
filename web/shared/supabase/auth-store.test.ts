// @vitest-environment jsdom
import { beforeEach, expect, it, vi } from 'vitest'
import { textDraft } from '../hooks/text-draft.ts'
import { leaveBecause, useAuthStore } from './auth-store.ts'

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

it('keeps them for the same person when the session ends, and says why once', () => {
  leaveBecause('idle')
  auth.tell('SIGNED_OUT', null)
  expect(useAuthStore.getState()).toEqual({ status: 'out', reason: 'idle' })
  auth.tell('SIGNED_IN', { user: { id: 'a' } })
  expect(textDraft.read('item-1:note')).toBe('甲写的')
  auth.tell('SIGNED_OUT', null)
  expect(useAuthStore.getState()).toEqual({ status: 'out' })
})

it('does not show them to the next person after that', () => {
  leaveBecause('idle')
  auth.tell('SIGNED_OUT', null)
  auth.tell('SIGNED_IN', { user: { id: 'b' } })
  expect(textDraft.read('item-1:note')).toBe('')
})

it('forgets them when another person signs in, also without a sign-out between', () => {
  auth.tell('SIGNED_IN', { user: { id: 'b' } })
  expect(textDraft.read('item-1:note')).toBe('')
})
