/** How the days of open work run out, as the inbox is narrowed and counted by it. */
import { expect, it } from 'vitest'
import { complaintSteps, handler } from './modules/complaint/steps.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file } = complaintSteps(session)
const [item] = await file('due')
const id = item?.item_id

const nthWorkday = `(select private.end_of_day(private.nth_workday(private.local_day(now()), 3)))`
const lastOfThree = `(select private.end_of_day(max(d.day)) from private.workdays as t, private.workdays as d where t.day = private.local_day(now()) and d.n = t.n + 3)`

async function dueIn(due: string, change = '') {
  return session.within('postgres', async (db) => {
    await db.query('savepoint before')
    await db.query(`update public.work_items set due_at = ${due} ${change} where id = $1`, [id])
    const { rows } = await db.query(`select due_in, workdays_left from public.work_inbox where id = $1`, [id])
    await db.query('rollback to savepoint before')
    return rows[0] as { due_in: string | null; workdays_left: number | null }
  })
}

it('is nobody’s who may not read the item', async () => {
  expect(await session.read('handler.sibling-market', `select due_in from public.work_inbox where id = $1`, [id])).toEqual([])
  expect(await session.read(handler, `select due_in from public.work_inbox where id = $1 and due_in is not null`, [id])).toHaveLength(1)
})

it('has nothing to say of what is closed or has no term', async () => {
  expect(await dueIn('null')).toMatchObject({ due_in: null })
  expect(await dueIn(`now() - interval '1 day'`, ', is_open = false')).toMatchObject({ due_in: null })
})

it.each([
  [`now() - interval '1 second'`, 'late'],
  [`private.end_of_day(private.local_day(now()))`, 'today'],
  [`private.end_of_day(private.local_day(now())) + interval '1 second'`, 'soon'],
  [nthWorkday, 'soon'],
  [lastOfThree, 'soon'],
  [`${lastOfThree} + interval '1 second'`, 'later'],
])('what ends at %s is %s', async (due, expected) => {
  expect(await dueIn(due)).toMatchObject({ due_in: expected })
})

it('agrees, to the day, with the working days that stand beside the row', async () => {
  for (let day = 1; day <= 12; day += 1) {
    const { due_in: word, workdays_left: left } = await dueIn(`private.end_of_day(private.local_day(now()) + ${day})`)
    expect(word, `in ${day} days`).toBe(left !== null && left <= 3 ? 'soon' : 'later')
  }
})
