/** The picture of a body's seal: kept by the top administrator, shown on the papers of its body from its day on, frozen with each. */
import { expect, it } from 'vitest'
import { admin, definitionSteps } from './definition-steps.ts'
import { complaintSteps, handler } from './modules/complaint/steps.ts'
import { places } from './people.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, act, org } = complaintSteps(session)
const { publish, refused } = definitionSteps(session)
const body = String(await org(places.county, 'market'))
const other = String(await org(places.sibling, 'market'))
const pathOf = (digit: string, of = body) => `${of}/${digit.repeat(64)}.png`
const upload = (path: string) => session.act('postgres', `insert into storage.objects (bucket_id, name) values ('paper-seals', $1)`, [path])

/** A paper, and as which one it goes to the renderer. */
async function issued(name: string) {
  const [one] = await file(name)
  await act(handler, one!.item_id, 'receive')
  await act(handler, one!.item_id, 'accept')
  const [paper] = await session.read('postgres', 'select id, seal_path from public.papers where item_id = $1', [one!.item_id])
  return paper!
}
/** A day passes for the versions of the seal; the earliest first, so that no version stands on another's day. */
const passDay = () =>
  session.act(
    'postgres',
    `do $$ declare one uuid; begin
       for one in select id from public.definitions where kind = 'paper_seal' and key = '${body}' order by effective_from loop
         update public.definitions set effective_from = effective_from - 1, effective_to = effective_to - 1 where id = one;
       end loop;
     end $$`,
  )

it('is taken for a body of the site with a file that is there for it, and nothing else', async () => {
  expect(await refused('paper_seal', body, { is_used: true, path: pathOf('1') })).toBe('definition.invalid file')
  await upload(pathOf('1'))
  expect(await refused('paper_seal', 'anhui', { is_used: true, path: pathOf('1') })).toBe('definition.invalid org')
  expect(await refused('paper_seal', other, { is_used: true, path: pathOf('1') })).toBe('definition.invalid file')
  expect(await refused('paper_seal', body, { is_used: true, path: '../x.png' })).toBe('definition.invalid file')
  expect(await refused('paper_seal', body, { is_used: 'yes', path: pathOf('1') })).toBe('definition.invalid is_used')
  expect(await refused('paper_seal', body, { is_used: true, path: pathOf('1'), note: 'x' })).toBe('definition.invalid note')
  expect(await refused('paper_seal', body, { is_used: true, path: pathOf('1') }, -1)).toBe('definition.invalid effective_from')
  expect(await refused('paper_seal', body, { is_used: true, path: pathOf('1') }, 1, '测试调整', handler)).toBe('definition.not_found')
})

it('is seen by who keeps it, written by nobody, and never by the public', async () => {
  await publish('paper_seal', other, { is_used: false }, 0)
  await upload(pathOf('2', other))
  await publish('paper_seal', other, { is_used: true, path: pathOf('2', other) }, 1)
  const files = (who: string) =>
    session.read(who, `select name from storage.objects where bucket_id = 'paper-seals' and name = $1`, [pathOf('2', other)])
  const versions = (who: string) => session.read(who, `select version from public.definitions where kind = 'paper_seal' and key = $1`, [other])
  expect(await files(admin)).toHaveLength(1)
  for (const who of ['anon', handler, 'lead.county-market']) {
    expect(await files(who)).toEqual([])
    expect(await versions(who)).toEqual([])
  }
  expect(await session.refusal(admin, `insert into storage.objects (bucket_id, name) values ('paper-seals', 'x')`)).toMatch(/^42501/)
})

it('stands on papers from its day on; a paper keeps the one of its day, or none', async () => {
  const before = await issued('seal-before')
  await publish('paper_seal', body, { is_used: true, path: pathOf('1') }, 0)
  const first = await issued('seal-first')
  // A day passes, and the next one has another picture; the day after it has none.
  await passDay()
  await upload(pathOf('3'))
  await publish('paper_seal', body, { is_used: true, path: pathOf('3') }, 0)
  const second = await issued('seal-second')
  const [held] = await session.act(
    'postgres',
    `update private.outbox_deliveries as d set state = 'leased', lease = gen_random_uuid() from private.outbox_events as e
     where e.id = d.event_id and e.topic = 'core.paper' and e.key = $1 returning d.id, d.lease`,
    [first.id],
  )
  // Rendered after the change: by what it was issued with.
  expect(await session.read('service', 'select seal_path from public.take_paper($1, $2, $3)', [first.id, held?.id, held?.lease])).toEqual([
    { seal_path: pathOf('1') },
  ])
  expect([before, first, second].map(({ seal_path }) => seal_path)).toEqual([null, pathOf('1'), pathOf('3')])
  await publish('paper_seal', body, { is_used: false }, 1)
  expect(await refused('paper_seal', body, { is_used: false }, 2)).toBe('definition.invalid body')
  await passDay()
  expect((await issued('seal-third')).seal_path).toBeNull()
})
