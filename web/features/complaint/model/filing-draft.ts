import { z } from 'zod/mini'
import { create } from 'zustand'
import { persist } from 'zustand/middleware'
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
}

const text = z.catch(z.string(), '')
const flag = z.catch(z.boolean(), false)
const stored = z.object({
  key: z.uuid(),
  savedAt: z.number(),
  form: z.object({
    caseTypes: z.catch(z.array(z.enum(['complaint', 'tip'])), []),
    matterCode: text,
    title: text,
    content: text,
    wish: text,
    occurredOn: text,
    regionPath: z.catch(z.array(z.number()), []),
    placeText: text,
    subjectName: text,
    subjectUscc: text,
    name: text,
    phone: text,
    isAnonymous: flag,
    isAgreed: flag,
  }),
})

/** A draft of an older build is read field by field; one older than a week is dropped. */
export function readDraft(value: unknown, now = Date.now()): { key: string; form: FilingForm; savedAt: number } | null {
  const parsed = stored.safeParse(value)
  return parsed.success && now - parsed.data.savedAt < weekMs ? parsed.data : null
}

export const useFilingDraft = create<FilingDraft>()(
  persist(
    (set) => ({
      key: randomId(),
      form: emptyFiling,
      savedAt: 0,
      change: (patch) => set((draft) => ({ form: { ...draft.form, ...patch }, savedAt: Date.now() })),
      clear: () => set({ key: randomId(), form: emptyFiling, savedAt: 0 }),
    }),
    {
      name: 'complaint-draft',
      partialize: ({ key, form, savedAt }) => ({ key, form, savedAt }),
      merge: (value, fresh) => ({ ...fresh, ...readDraft(value) }),
    },
  ),
)
