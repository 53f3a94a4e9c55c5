// @vitest-environment jsdom
import { beforeEach, describe, expect, it } from 'vitest'
import { readDraft, useFilingDraft } from './filing-draft.ts'
import { emptyFiling } from './filing-form.ts'

const key = '3f0c1d3e-5b67-4a2b-9d9b-0d1f6f3f1a11'

describe('readDraft', () => {
  const now = Date.parse('2026-11-21T00:00:00Z')
  it('takes a fresh draft', () => {
    expect(readDraft({ key, savedAt: now - 1000, form: { ...emptyFiling, title: '标题' } }, now)?.form.title).toBe('标题')
  })
  it('repairs fields an older build did not have', () => {
    expect(readDraft({ key, savedAt: now, form: { title: '标题', caseTypes: 'x' } }, now)?.form).toEqual({ ...emptyFiling, title: '标题' })
  })
  it('drops one older than a week, or broken', () => {
    expect(readDraft({ key, savedAt: now - 8 * 86_400_000, form: emptyFiling }, now)).toBeNull()
    expect(readDraft('junk', now)).toBeNull()
  })
})

describe('the store', () => {
  beforeEach(() => useFilingDraft.getState().clear())
  it('keeps its key while the form changes and takes a new one when cleared', () => {
    const before = useFilingDraft.getState().key
    useFilingDraft.getState().change({ title: '一' })
    expect(useFilingDraft.getState().key).toBe(before)
    useFilingDraft.getState().clear()
    expect(useFilingDraft.getState().key).not.toBe(before)
    expect(useFilingDraft.getState().form).toEqual(emptyFiling)
  })
  it('writes itself to this device', () => {
    useFilingDraft.getState().change({ title: '留存' })
    expect(localStorage.getItem('complaint-draft')).toContain('留存')
  })
  it('keeps who files in this tab only', async () => {
    useFilingDraft.getState().change({ title: '留存', name: '欧阳明', phone: '13912345678' })
    expect(localStorage.getItem('complaint-draft')).not.toMatch(/欧阳明|13912345678/)
    await useFilingDraft.persist.rehydrate()
    expect(useFilingDraft.getState().form).toMatchObject({ title: '留存', name: '欧阳明', phone: '13912345678' })
    sessionStorage.clear()
    await useFilingDraft.persist.rehydrate()
    expect(useFilingDraft.getState().form).toMatchObject({ title: '留存', name: '', phone: '' })
  })
  it('begins anew when what is stored cannot be read', async () => {
    localStorage.setItem('complaint-draft', '{"state":')
    await useFilingDraft.persist.rehydrate()
    expect(useFilingDraft.getState().form).toBeDefined()
  })
})
