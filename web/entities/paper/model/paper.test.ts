import { expect, it } from 'vitest'
import { fileNameOf, paperWord, withRights } from './paper.ts'

const paper = {
  id: '00000000-0000-4000-8000-000000000001',
  no: '合肥市场监管投受〔2026〕1号',
  title: '投诉受理决定书',
  state: 'ready' as const,
  problem: '',
  storage_path: 'x',
  sha256: 'a',
  code: 'ABCD-2345-EFGH-6789',
  issued_at: '2026-04-15T02:00:00Z',
  withdrawn_at: null,
  withdraw_reason: '',
  orgs: null,
}

it.each([
  ['waiting', null, '正在生成'],
  ['ready', null, '已生成'],
  ['failed', null, '生成失败'],
  ['ready', '2026-04-16T02:00:00Z', '已撤回'],
] as const)('%s, withdrawn %s: %s', (state, withdrawn_at, word) => expect(paperWord({ state, withdrawn_at })).toBe(word))

it('allows nothing that it was not told', () => {
  const right = { paper_id: paper.id, can_retry: true, can_withdraw: false }
  expect(withRights([paper], [right])[0]).toMatchObject({ can_retry: true, can_withdraw: false })
  expect(withRights([paper], [])[0]).toMatchObject({ can_retry: false, can_withdraw: false })
})

it('names the file after the paper', () => expect(fileNameOf(paper)).toBe('投诉受理决定书 合肥市场监管投受〔2026〕1号.pdf'))
