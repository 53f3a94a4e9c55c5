import { describe, expect, it } from 'vitest'
import { isActive, percentOf, progressWord, standingOf, type Job } from './job.ts'

const job = (patch: Partial<Job>): Job => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'export',
  label: '投诉举报',
  state: 'running',
  total: 20_000,
  done: 3_000,
  cursor: {},
  params: {},
  file_name: null,
  file_path: null,
  file_bytes: null,
  error: null,
  created_at: '2026-11-28T00:00:00Z',
  ended_at: null,
  ...patch,
})

describe('how a job stands', () => {
  it('is paused when it is an export that nothing here works on', () => {
    expect(standingOf(job({}), false)).toBe('paused')
    expect(standingOf(job({}), true)).toBe('active')
    expect(standingOf(job({ kind: 'housekeeping' }), false)).toBe('active')
    expect(standingOf(job({ state: 'finishing' }), false)).toBe('active')
    expect([isActive(job({})), isActive(job({ state: 'done' }))]).toEqual([true, false])
  })

  it('says how far it is', () => {
    expect(progressWord(job({}), 'active')).toBe('3,000 条，共 20,000 条')
    expect(progressWord(job({ total: null }), 'paused')).toBe('已暂停：已完成 3,000 条')
    expect(progressWord(job({ state: 'finishing' }), 'active')).toBe('正在生成文件，共 3,000 条')
    expect(progressWord(job({ kind: 'housekeeping', done: 2, total: 12 }), 'active')).toBe('2 项，共 12 项')
  })

  it('says how it ended, with the reason', () => {
    expect(progressWord(job({ state: 'done', file_bytes: 1_600_000 }), 'done')).toBe('已完成，3,000 条，1.5 MB')
    expect(progressWord(job({ kind: 'housekeeping', done: 12, state: 'done' }), 'done')).toBe('已完成，12 项')
    expect(progressWord(job({ error: '未完成：幂等键' }), 'failed')).toBe('未完成：幂等键')
    expect(progressWord(job({}), 'cancelled')).toBe('已取消')
  })

  it('is never at a hundred before it is', () => {
    expect(percentOf(job({ done: 19_999 }))).toBe(99)
    expect(percentOf(job({ done: 30_000 }))).toBe(99)
    expect(percentOf(job({ total: null }))).toBeUndefined()
    expect(percentOf(job({ state: 'finishing' }))).toBe(100)
  })
})
