import { expect, it } from 'vitest'
import { makeCase } from '@/testing/make-case.ts'
import { planBatch } from '@/widgets/work-list/model/batch.ts'
import { caseBatch } from './case-batch.ts'

const waiting = makeCase({})
const working = makeCase({ state: 'awaiting_decision', handler_id: '00000000-0000-4000-8000-000000000001' })
const closed = makeCase({ state: 'answered', is_open: false })
const desk = makeCase({ state: 'awaiting_dispatch' })

it.each([
  ['receive', [waiting], ['已办结 1', '不在待签收状态 2']],
  ['assign', [waiting, working], ['已办结 1', '尚未分派到承办单位 1']],
  ['take', [waiting], ['已有承办人 1', '已办结 1', '尚未分派到承办单位 1']],
] as const)('%s', (name, fit, skipped) => {
  const [action] = caseBatch.filter((one) => one.action === name)
  if (!action) throw new Error(name)
  const plan = planBatch(action, [waiting, working, closed, desk])
  expect(plan.fit).toEqual(fit)
  expect(plan.skipped.map(({ reason, count }) => `${reason} ${count}`).sort()).toEqual([...skipped].sort())
})
