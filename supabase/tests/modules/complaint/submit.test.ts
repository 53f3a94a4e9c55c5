/** The calls of one submission: what is counted, what the router is given, what a repeat finds after each of them. */
import { describe, expect, it } from 'vitest'
import { routeOf, candidateSchema } from '../../../functions/_shared/choose.ts'
import { uuidOf } from '../../../seed/uuid-of.ts'
import { desk, handler } from './steps.ts'
import { places } from '../../people.ts'
import { openSession, type Rows } from '../../session.ts'

const session = await openSession()

interface Sent {
  name: string
  form?: object
  phone?: string | null
  network?: string
  photos?: object[]
}

const call = `select * from public.file_complaint($1, $2, $3, $4, $5, $6, $7, $8)`

const valuesOf = ({ name, form = {}, phone = name, network = 'home', photos = [] }: Sent) => [
  uuidOf(`key:${name}`),
  JSON.stringify({
    caseTypes: ['complaint'],
    matterCode: 'food',
    title: '过期酸奶',
    content: '超市的酸奶过期了，店员拒绝退款。',
    wish: '退款',
    subjectName: '某超市',
    regionCode: places.town,
    ...form,
  }),
  JSON.stringify({ isAnonymous: phone === null, nameMasked: '张*', phoneMasked: 'x', sealed: phone }),
  `code:${name}`,
  `tail:${name}`,
  phone,
  network,
  JSON.stringify(photos),
]

const file = (sent: Sent) => session.act('service', call, valuesOf(sent))
const refusal = (sent: Sent) => session.refusal('service', call, valuesOf(sent))
const routesOf = (cases: Rows) =>
  JSON.stringify(
    cases.map((one) =>
      one.candidates === null ? { item_id: one.item_id } : routeOf(one.item_id as string, candidateSchema.array().parse(one.candidates)),
    ),
  )
const route = (cases: Rows) => session.act('service', `select * from public.complaint_apply_route($1)`, [routesOf(cases)])
const both = { caseTypes: ['complaint', 'tip'] }
const photo = (n: number) => ({ name: `照片${n}`, mime: 'image/png', bytes: 10, sha256: String(n).repeat(64).slice(0, 64), width: 1, height: 1 })
const count = async (sql: string, params: unknown[] = []) =>
  Number((await session.read('postgres', `select count(*) as n from ${sql}`, params))[0]?.n)

describe('quota of a phone', () => {
  const taken = async (bucket: string, key: string) =>
    Number(
      (
        await session.read(
          'postgres',
          `select coalesce(sum(taken), 0) as n from private.quota_counts where bucket = $1 and key in ($2, encode(sha256(convert_to($2, 'UTF8')), 'hex'))`,
          [bucket, key],
        )
      )[0]?.n,
    )

  it('counts what was filed, not what was refused and not the repeat of a key', async () => {
    for (const form of [{ regionCode: 110101000 }, { matterCode: 'dragons' }, { occurredOn: '2099-01-01' }, { title: 'x'.repeat(61) }])
      for (let i = 0; i < 10; i += 1) expect(await refusal({ name: `refused-${i}`, phone: 'p1', form })).not.toBe('ok')
    expect(await taken('file-complaint.phone', 'p1')).toBe(0)
    for (let i = 0; i < 12; i += 1) await file({ name: 'tapped', phone: 'p1' })
    expect([await taken('file-complaint.phone', 'p1'), await taken('file-complaint.phone_network', 'p1|home')]).toEqual([1, 1])
  })

  it('says how to reach a human, keeps repeats open, and lets the same person file from elsewhere', async () => {
    for (let i = 0; i < 10; i += 1) await file({ name: `many-${i}`, phone: 'p2' })
    const error: unknown = await file({ name: 'many-10', phone: 'p2' }).catch((thrown: unknown) => thrown)
    const [site] = await session.read('postgres', 'select hotline from public.sites where is_active')
    expect(error).toMatchObject({ code: 'PT429', message: 'quota.used_up', hint: expect.stringContaining(String(site?.hotline)) })
    expect(await count(`private.complaint_filings where key = $1`, [uuidOf('key:many-10')])).toBe(0)
    expect((await file({ name: 'many-3', phone: 'p2' })).map((one) => one.is_new)).toEqual([false])
    expect(await refusal({ name: 'many-10', phone: 'p2', network: 'office' })).toBe('ok')
    expect(await refusal({ name: 'many-10', phone: 'p3' })).toBe('ok')
  })

  it('has an end from many networks too, and none for an anonymous tip, which keeps no phone', async () => {
    for (let i = 0; i < 50; i += 1) await file({ name: `spread-${i}`, phone: 'p4', network: `n${i}` })
    expect(await refusal({ name: 'spread-50', phone: 'p4', network: 'n50' })).toBe('PT429 quota.used_up')
    for (let i = 0; i < 12; i += 1) await file({ name: `anonymous-${i}`, phone: null, form: { caseTypes: ['tip'] } })
  })
})

describe('candidates', () => {
  it('come with a new filing as the router would ask for them, and no more once it was routed', async () => {
    const cases = await file({ name: 'asked', form: both })
    for (const one of cases) {
      const asked = await session.read('service', `select * from public.complaint_route_candidates($1)`, [one.item_id])
      expect(one.candidates).toEqual(asked)
      expect(asked).toContainEqual(
        expect.objectContaining({ matter_code: 'food', is_stated: true, keyword_hits: ['超市', '过期'], org_name: '庐阳区市场监督管理局' }),
      )
      expect(asked.map((row) => row.matter_code)).toContain('goods')
    }
    await route(cases)
    expect((await file({ name: 'asked', form: both })).map((one) => [one.is_new, one.candidates])).toEqual([
      [false, null],
      [false, null],
    ])
  })

  it('that lead nowhere leave the case to the desk, which is told once', async () => {
    const lost = { matterCode: 'other', title: '说不清', content: '说不清楚应当由谁来管这件事。' }
    const messages = async (item: unknown) => count(`public.work_notifications where item_id = $1 and body like '%请人工分派%'`, [item])
    const cases = await file({ name: 'lost', form: lost })
    expect(cases[0]?.candidates).toMatchObject([{ matter_code: 'other', org_id: null }])
    expect(await route(cases)).toMatchObject([{ state: 'awaiting_dispatch', org_name: '庐阳区数据资源管理局', term_label: '分派' }])
    expect((await file({ name: 'lost', form: lost }))[0]?.candidates).toBeNull()
    await route(cases)
    expect(await messages(cases[0]?.item_id)).toBe(1)
  })
})

describe('one object, two rows', () => {
  const rows = (cases: Rows) =>
    session.read('postgres', `select owner_id, storage_path, sha256 from public.attachments where owner_id = any ($1) order by owner_id, sha256`, [
      cases.map((one) => one.case_id),
    ])

  it('registers each photo with both cases, once however often it is sent, in one place', async () => {
    const sent = { name: 'photos', form: both, photos: [photo(2), photo(1), photo(2)] }
    const cases = await file(sent)
    const again = await file(sent)
    const found = await rows(cases)
    expect(found).toHaveLength(4)
    expect(new Set(found.map((row) => row.storage_path)).size).toBe(2)
    const path = (n: number) => `complaint_case/${String(cases[0]?.case_id)}/${photo(n).sha256}.png`
    for (const each of [...cases, ...again]) expect(each.photo_paths).toEqual([path(2), path(1), path(2)])
  })

  it('leaves a withdrawn case alone, and keeps to the place that is known', async () => {
    const sent = { name: 'half', form: both, photos: [photo(3)] }
    const cases = await file(sent)
    await session.act('service', `select public.citizen_act('code:half', 'tail:half', $1, 'withdraw', '{}')`, [cases[0]?.case_no])
    const again = await file({ ...sent, photos: [photo(3), photo(4)] })
    expect(again[1]?.photo_paths).toEqual([cases[1]?.photo_paths, `complaint_case/${String(cases[1]?.case_id)}/${photo(4).sha256}.png`].flat())
    expect((await rows(cases)).map((row) => row.owner_id === cases[0]?.case_id && row.sha256 === photo(4).sha256)).not.toContain(true)
    await session.act('service', `select public.citizen_act('code:half', 'tail:half', $1, 'withdraw', '{}')`, [cases[1]?.case_no])
    expect((await file(sent)).map((one) => one.photo_paths)).toEqual([[], []])
  })

  it('is read with either row, and by nobody without one', async () => {
    const cases = await file({ name: 'shared-photo', form: both, photos: [photo(5)] })
    const path = (cases[0]?.photo_paths as string[] | undefined)?.[0]
    await session.act('postgres', `insert into storage.objects (bucket_id, name) values ('attachments', $1)`, [path])
    await route(cases)
    const sees = async (who: string) => (await session.read(who, `select name from storage.objects where name = $1`, [path])).length
    expect([await sees(handler), await sees('handler.sibling-market'), await sees('handler.county-environment')]).toEqual([1, 0, 0])
    // Each case goes its own way; whoever holds one of them reads the photo.
    await session.act(
      'postgres',
      `select private.work_system_act($1, 'receive', '{}', 'system:test', 'x'), private.work_system_act($1, 'hand_over', jsonb_build_object('to_org_id',
         (select id from public.orgs where region_code = $2 and line_code = 'environment'), 'note', 'x'), 'system:test', 'x')`,
      [cases[1]?.item_id, places.county],
    )
    expect([await sees(handler), await sees('handler.sibling-market'), await sees('handler.county-environment')]).toEqual([1, 0, 1])
  })

  it('is refused beyond thirty for a case, and then nothing is filed', async () => {
    const photos = Array.from({ length: 31 }, (_unused, n) => ({ ...photo(0), sha256: n.toString(16).padStart(64, '0') }))
    expect(await refusal({ name: 'too-many', photos })).toBe('PT422 attachment.too_many')
  })
})

describe('a submission that is cut off', () => {
  const standing = (name: string) =>
    session.read('service', `select case_no, state, org_name from public.look_up_complaint($1, $2)`, [`code:${name}`, `tail:${name}`])
  const deliveries = (cases: Rows) =>
    session.read(
      'postgres',
      `select d.state::text from private.outbox_deliveries d join private.outbox_events e on e.id = d.event_id where e.key = any ($1)`,
      [cases.map((one) => one.item_id)],
    )

  it('before the filing is committed leaves nothing behind', async () => {
    expect(await refusal({ name: 'cut-1', form: both, photos: [photo(6)] })).toBe('ok') // rolled back
    expect(await count(`private.complaint_filings where key = $1`, [uuidOf('key:cut-1')])).toBe(0)
    expect((await file({ name: 'cut-1', form: both, photos: [photo(6)] })).map((one) => one.is_new)).toEqual([true, true])
  })

  it('between filing and routing is taken up by the repeat, with the same cases', async () => {
    const first = await file({ name: 'cut-2', form: both })
    const again = await file({ name: 'cut-2', form: both })
    expect(again.map((one) => [one.case_no, one.item_id, one.is_new])).toEqual(first.map((one) => [one.case_no, one.item_id, false]))
    expect(again.map((one) => one.candidates)).toEqual(first.map((one) => one.candidates))
    const receipts = await route(again)
    expect(receipts.map((one) => [one.case_no, one.state, one.org_name])).toEqual(
      first.map((one) => [one.case_no, 'awaiting_receipt', '庐阳区市场监督管理局']),
    )
    expect(await deliveries(first)).toEqual([{ state: 'done' }, { state: 'done' }])
  })

  it('after the routing is answered alike, and nothing happens twice', async () => {
    const first = await file({ name: 'cut-3', form: both })
    const receipts = await route(first)
    expect(await route(await file({ name: 'cut-3', form: both }))).toEqual(receipts)
    // Also if the outbox had asked in between, with candidates of its own.
    expect(await route(first)).toEqual(receipts)
    expect(await standing('cut-3')).toEqual(receipts.map(({ case_no, state, org_name }) => ({ case_no, state, org_name })))
    expect(await count(`public.work_events where item_id = any ($1) and action = 'route'`, [first.map((one) => one.item_id)])).toBe(2)
  })

  it('and dispatched by a coordinator in the meantime stays where it was sent', async () => {
    const first = await file({ name: 'cut-4' })
    const [item] = await session.read('postgres', `select version from public.work_items where id = $1`, [first[0]?.item_id])
    const [environment] = await session.read('postgres', `select id from public.orgs where region_code = $1 and line_code = 'environment'`, [
      places.county,
    ])
    await session.act(desk, `select * from public.work_act($1, 'dispatch', $2, $3, gen_random_uuid())`, [
      first[0]?.item_id,
      JSON.stringify({ to_org_id: environment?.id, note: '属环境职责' }),
      item?.version,
    ])
    expect(await route(first)).toMatchObject([{ state: 'awaiting_receipt', org_name: '庐阳区生态环境局', org_reason: '属环境职责' }])
    expect((await file({ name: 'cut-4' }))[0]?.candidates).toBeNull()
  })
})
