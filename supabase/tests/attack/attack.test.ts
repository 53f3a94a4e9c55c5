import { expect, inject, it } from 'vitest'
import { attack, prepare } from './run.ts'
import { chosenMutants, wayInto } from './weakened.ts'

/** `npm run test:module` asks for one module; the whole is attacked otherwise. */
const only = process.env.MODULE
const port = inject('databasePort')

it('lets nobody in, whoever asks for whatever in whatever way', async () => {
  const { findings, answers, ...figures } = await attack({ port, only })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  expect(findings.slice(0, 20)).toEqual([])
  expect(figures.tries).toBeGreaterThan(only ? 200 : 5_000)
  // An attack that never meets a row, a refusal and a mistake has not been made.
  for (const status of ['200', '400', '401', '403', '404']) expect(answers[status]).toBeGreaterThan(only ? 0 : 100)
}, 400_000)

it('is let in wherever a gate is taken off', async () => {
  const known = await prepare(port, only)
  try {
    const mutants = await chosenMutants(known, only ? 6 : 12, 1, false, only)
    expect(mutants.length).toBeGreaterThan(only ? 1 : 11)
    const missed: string[] = []
    for (const mutant of mutants) if (!(await wayInto(known, mutant, 1)).found) missed.push(mutant.name)
    expect(missed).toEqual([])
  } finally {
    await known.base.drop()
  }
}, 400_000)
