import { expect, it } from 'vitest'
import { mayBatch, planBatch, type BatchAction, type BatchRow } from './batch.ts'

const row = (patch: Partial<BatchRow>): BatchRow => ({
  item_id: 'i',
  org_id: 'o',
  title: '标题',
  state: 'waiting',
  is_open: true,
  handler_id: null,
  ...patch,
})
const take: BatchAction<BatchRow> = {
  action: 'take',
  label: '由我承办',
  permission: 'x.handle',
  reasonAgainst: ({ handler_id: handler }) => (handler ? '已有承办人' : null),
}

it('offers nobody what they may not do', () => {
  expect(mayBatch([take], ['x.read'])).toEqual([])
  expect(mayBatch([take], ['x.handle'])).toEqual([take])
})

it('leaves out what is closed before it asks the module, and counts the reasons', () => {
  const fit = row({})
  const plan = planBatch(take, [row({ is_open: false, handler_id: 'h' }), fit, row({ handler_id: 'h' }), row({ handler_id: 'k' })])
  expect(plan).toEqual({
    fit: [fit],
    skipped: [
      { reason: '已办结', count: 1 },
      { reason: '已有承办人', count: 2 },
    ],
  })
  expect(planBatch(take, [])).toEqual({ fit: [], skipped: [] })
})
