import { expect, it } from 'vitest'
import type { Job } from './job.ts'
import { pausedHere } from './paused-here.ts'

const job = (patch: Partial<Job>): Job => ({
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'export',
  label: '投诉举报',
  state: 'running',
  total: null,
  done: 0,
  cursor: {},
  params: { path: '/work/complaints?light=red' },
  file_name: null,
  file_path: null,
  file_bytes: null,
  error: null,
  created_at: '2026-11-28T00:00:00Z',
  ended_at: null,
  ...patch,
})
const here = { name: '投诉举报', path: '/work/complaints?light=red' }

it('finds the export of this page with these filters, and no other', () => {
  expect(pausedHere([job({})], here)).toBeDefined()
  expect(pausedHere([job({ state: 'finishing' })], here)).toBeUndefined()
  expect(pausedHere([job({ label: '收件箱' })], here)).toBeUndefined()
  expect(pausedHere([job({ kind: 'housekeeping' })], here)).toBeUndefined()
  expect(pausedHere([job({})], { ...here, path: '/work/complaints' })).toBeUndefined()
})
