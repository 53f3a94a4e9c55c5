import { create } from 'zustand'
import { persist, type PersistStorage } from 'zustand/middleware'
import { decodeOrNull, flag, listOf, number, oneOf, otherwise, shape, text as textShape } from '@/shared/http/decode.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { emptyFiling, type FilingForm } from './filing-form.ts'

const weekMs = 7 * 24 * 3_600_000

interface FilingDraft {
  /** Made with the draft and sent with every attempt, so that a retry or a double click files once. */
  key: string
  form: FilingForm
  savedAt: number
  change: (patch: Partial<FilingForm>) => void
  clear: () => void
  /** The same words as another submission: after one with this key went through with other words. */
  renew: () => void
}

const text = otherwise(textShape, '')
const choice = otherwise(flag, false)
const stored = shape({
  key: textShape,
  savedAt: number,
  form: shape<FilingForm>({
    caseTypes: otherwise(listOf(oneOf('complaint', 'tip')), []),
    matterCode: text,
    title: text,
    content: text,
    wish: text,
    occurredOn: text,
    regionPath: otherwise(listOf(number), []),
    placeText: text,
    subjectName: text,
    subjectUscc: text,
    name: text,
    phone: text,
    isAnonymous: choice,
    isAgreed: choice,
  }),
})

/** A draft of an older build is read field by field; one older than a week is dropped. */
export function readDraft(value: unknown, now = Date.now()): { key: string; form: FilingForm; savedAt: number } | null {
  const draft = decodeOrNull(stored, value)
  return draft && now - draft.savedAt < weekMs ? draft : null
}

type Kept = Pick<FilingDraft, 'key' | 'form' | 'savedAt'>

const personal = ['name', 'phone'] as const
const read = (place: Storage, slot: string): unknown => JSON.parse(place.getItem(slot) ?? 'null')

/** Who files is remembered for this tab only: the next person at a public computer must not find it. */
const storage: PersistStorage<Kept> = {
  getItem: (slot) => {
    try {
      const draft = read(localStorage, slot) as { state?: { form?: object }; version?: number } | null
      const person = read(sessionStorage, slot) as object | null
      return draft && ({ ...draft, state: { ...draft.state, form: { ...draft.state?.form, ...person } } } as { state: Kept; version?: number })
    } catch {
      return null
    }
  },
  setItem: (slot, { state, version }) => {
    const form: Partial<FilingForm> = { ...state.form }
    const person: Partial<FilingForm> = {}
    for (const field of personal) {
      person[field] = state.form[field]
      delete form[field]
    }
    localStorage.setItem(slot, JSON.stringify({ state: { ...state, form }, version }))
    sessionStorage.setItem(slot, JSON.stringify(person))
  },
  removeItem: (slot) => [localStorage, sessionStorage].forEach((place) => place.removeItem(slot)),
}

export const useFilingDraft = create<FilingDraft>()(
  persist(
    (set) => ({
      key: randomId(),
      form: emptyFiling,
      savedAt: 0,
      change: (patch) => set((draft) => ({ form: { ...draft.form, ...patch }, savedAt: Date.now() })),
      clear: () => set({ key: randomId(), form: emptyFiling, savedAt: 0 }),
      renew: () => set({ key: randomId() }),
    }),
    {
      name: 'complaint-draft',
      storage,
      partialize: ({ key, form, savedAt }) => ({ key, form, savedAt }),
      merge: (value, fresh) => ({ ...fresh, ...readDraft(value) }),
    },
  ),
)
