import { findContradictions } from '../../supabase/seed/modules/complaint/check.ts'
import { expect, test } from '../fixtures/test.ts'

test('the demo holds no contradiction in dates, terms, approvals and messages, and shows every story', async ({ db }) => {
  expect(await findContradictions(db)).toEqual({})
})
