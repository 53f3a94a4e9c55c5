import { expect, it } from 'vitest'
import { insertPhrase, phrasesOf } from './phrase.ts'

it('offers only what is meant for the move', () => {
  const phrases = ['give_back.1', 'give_back.2', 'give_back_all.1', 'urge.1', 'give_back'].map((code) => ({ code, label: code }))
  expect(phrasesOf(phrases, 'give_back').map(({ code }) => code)).toEqual(['give_back.1', 'give_back.2'])
})
it('never loses or overfills what was typed', () => {
  expect(insertPhrase('', '请尽快办理。', 20)).toBe('请尽快办理。')
  expect(insertPhrase('已核实', '请尽快办理。', 20)).toBe('已核实。请尽快办理。')
  expect(insertPhrase('已核实；', '请尽快办理。', 20)).toBe('已核实；请尽快办理。')
  expect(insertPhrase('已核实', '请尽快办理。', 8)).toBe('已核实')
})
