import { expect, it } from 'vitest'
import { stepsOf } from './steps.ts'

const state = (name: string, is_open = true, is_side = false) => ({ state: name, label: name, is_open, is_side })
const states = [
  state('分派'),
  state('签收'),
  state('受理'),
  state('补正', true, true),
  state('调解'),
  state('不予受理', false),
  state('已反馈', false),
]
const events = (...names: string[]) => names.map((to_state, i) => ({ to_state, created_at: `2026-11-0${i + 1}` })).reverse()
const said = (now: string, is_open: boolean, ...names: string[]) =>
  stepsOf(states, { state: now, is_open }, events(...names)).map(({ label, phase }) => `${label}:${phase}`)

it('says nothing of a state that the flow does not have', () => expect(said('x', true, '分派')).toEqual([]))
it('shows the way ahead, without side ways that were not taken and without a state that was skipped', () => {
  expect(said('分派', true, '分派')).toEqual(['分派:current', '签收:ahead', '受理:ahead', '调解:ahead', '办结:ahead'])
  expect(said('受理', true, '签收', '受理')).toEqual(['签收:passed', '受理:current', '调解:ahead', '办结:ahead'])
})
it('shows a side way while the item is on it, and as passed once it is further on', () => {
  expect(said('补正', true, '签收', '受理', '补正')).toEqual(['签收:passed', '受理:passed', '补正:current', '调解:ahead', '办结:ahead'])
  expect(said('受理', true, '签收', '受理', '补正', '受理')).toEqual(['签收:passed', '受理:current', '调解:ahead', '办结:ahead'])
  expect(said('调解', true, '签收', '受理', '补正', '受理', '调解')).toEqual([
    '签收:passed',
    '受理:passed',
    '补正:passed',
    '调解:current',
    '办结:ahead',
  ])
})
it('has the way ahead again after a return', () => {
  expect(said('分派', true, '分派', '签收', '受理', '分派')).toEqual(['分派:current', '签收:ahead', '受理:ahead', '调解:ahead', '办结:ahead'])
})
it('ends with how it ended, and nothing is left', () => {
  expect(said('不予受理', false, '分派', '签收', '受理', '不予受理')).toEqual(['分派:passed', '签收:passed', '受理:passed', '不予受理:ended'])
})
it('says when a state was first reached', () => {
  expect(stepsOf(states, { state: '受理', is_open: true }, events('签收', '受理', '补正', '受理')).map(({ at }) => at)).toEqual([
    '2026-11-01',
    '2026-11-02',
    undefined,
    undefined,
  ])
})
