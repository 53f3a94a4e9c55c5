/**
 * Demo cases through the real doors: the public function files them, officers sign in and act by work_act.
 * Only their dates are moved back afterwards, so that lists show cases of every age and light.
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type pg from 'pg'
import type { Database } from '../functions/_shared/database.types.ts'
import { demoPhoto } from './demo-photo.ts'
import { demoStories, type Story } from './demo-stories.ts'
import { sendFiling } from './filing.ts'
import type { SiteProfile } from './sites.ts'
import { uuidOf } from './uuid-of.ts'

type Client = SupabaseClient<Database>

/** How far each case gets, by turns: actions with their payloads, taken by whoever may. */
const courses: Record<'complaint' | 'tip', { action: string; payload: Record<string, string> }[][]> = {
  complaint: [
    [],
    [{ action: 'receive', payload: {} }],
    [
      { action: 'receive', payload: {} },
      { action: 'accept', payload: {} },
    ],
    [
      { action: 'receive', payload: {} },
      { action: 'accept', payload: {} },
      { action: 'conclude', payload: { outcome: 'agreed', note: '双方当面协商，商家同意退款' } },
      { action: 'answer', payload: { public_text: '经调解，商家已退还货款，双方签署调解协议。感谢您的监督。' } },
    ],
    [
      { action: 'receive', payload: {} },
      { action: 'request_material', payload: { note: '请补充购物小票或付款记录照片' } },
    ],
    [
      { action: 'receive', payload: {} },
      {
        action: 'refuse',
        payload: { ground: 'not_consumer', public_text: '您反映的事项不属于为生活消费需要发生的争议，建议向人民法院起诉或申请仲裁。' },
      },
    ],
  ],
  tip: [
    [],
    [{ action: 'receive', payload: {} }],
    [
      { action: 'receive', payload: {} },
      { action: 'file_case', payload: { note: '现场核查属实，建议立案' } },
    ],
    [
      { action: 'receive', payload: {} },
      { action: 'not_file', payload: { ground: 'no_breach', public_text: '经现场核查，当事人证照齐全，未发现违法行为。' } },
    ],
    [
      { action: 'receive', payload: {} },
      { action: 'file_case', payload: { note: '现场核查属实' } },
      { action: 'answer', payload: { outcome: 'corrected', public_text: '已责令当事人改正，经复查整改到位。' } },
    ],
  ],
}

interface Demo {
  db: pg.ClientBase
  url: string
  publishableKey: string
  password: string
  site: SiteProfile
}

async function signIn({ url, publishableKey, password }: Demo, email: string): Promise<Client> {
  const client = createClient<Database>(url, publishableKey, { auth: { persistSession: false, autoRefreshToken: false } })
  const { error } = await client.auth.signInWithPassword({ email, password })
  if (error) throw new Error(`sign-in of ${email}: ${error.message}`)
  return client
}

async function fileStory(demo: Demo, story: Story, index: number, regionCode: number): Promise<string[]> {
  const key = uuidOf(`demo:${demo.site.key}:${index}`)
  const isAnonymous = story.types.every((type) => type === 'tip') && index % 3 === 0
  const form = {
    caseTypes: story.types,
    matterCode: story.matter,
    title: story.title,
    content: story.content,
    wish: story.wish,
    occurredOn: null,
    regionCode,
    placeText: `人民路 ${10 + index * 7} 号`,
    subjectName: story.subject,
    subjectUscc: '',
    reporter: {
      name: isAnonymous ? '' : `${'赵钱孙李周吴郑王'[index % 8]}先生`,
      phone: `139${String(10000000 + index * 7919).slice(0, 8)}`,
      isAnonymous,
    },
    agreedNotice: true,
  }
  const photos = Array.from({ length: story.photos ?? 0 }, (_, i) => demoPhoto(index + i))
  const { status, cases, error } = await sendFiling({ url: demo.url, publishableKey: demo.publishableKey, key, form, photos })
  if (!cases) throw new Error(`demo case "${story.title}": ${status} ${error?.message ?? ''}`)
  return cases.map((one) => one.caseNo)
}

async function advance(officers: Client[], caseNo: string, index: number): Promise<void> {
  for (const officer of officers) {
    const { data: item } = await officer.from('work_inbox').select('id, kind, version, is_mine').eq('no', caseNo).maybeSingle()
    if (!item?.is_mine) continue
    const course = courses[item.kind as 'complaint' | 'tip']
    for (const [step, { action, payload }] of (course[index % course.length] ?? []).entries()) {
      const { error } = await officer.rpc('work_act', {
        p_item_id: item.id as string,
        p_action: action,
        p_payload: payload,
        p_expected_version: (item.version as number) + step,
        p_key: uuidOf(`${caseNo}:${step}`),
      })
      if (error) throw new Error(`demo ${caseNo} ${action}: ${error.message} ${error.hint ?? ''}`)
    }
    return
  }
}

/** Moves a case back in time by whole days; the triggers that keep dates honest are off for this transaction only. */
async function moveBack(db: pg.ClientBase, daysOf: Map<string, number>): Promise<void> {
  await db.query('begin')
  await db.query(`select private.act_as('system:seed')`)
  await db.query('alter table public.work_items disable trigger tg_10_stamp')
  await db.query('alter table public.work_events disable trigger tg_00_append_only')
  for (const [caseNo, days] of daysOf) {
    const { rows } = await db.query<{ id: string }>('select id from public.work_items where no = $1', [caseNo])
    const id = rows[0]?.id
    const back = `${days} days`
    await db.query(`update public.work_items set created_at = created_at - $2::interval, closed_at = closed_at - $2::interval where id = $1`, [
      id,
      back,
    ])
    await db.query(`update public.work_events set created_at = created_at - $2::interval where item_id = $1`, [id, back])
    await db.query(`update public.work_terms set started_on = started_on - $2::int, finished_at = finished_at - $3::interval where item_id = $1`, [
      id,
      days,
      back,
    ])
    await db.query(`update public.work_suspensions set started_on = started_on - $2::int where item_id = $1`, [id, days])
    // The rest of the case follows its item by the mirror.
    await db.query(`update public.complaint_cases set filed_at = filed_at - $2::interval where item_id = $1`, [id, back])
    await db.query(`select private.work_refresh($1)`, [id])
  }
  await db.query('alter table public.work_items enable trigger tg_10_stamp')
  await db.query('alter table public.work_events enable trigger tg_00_append_only')
  await db.query('commit')
}

export async function loadDemoCases(demo: Demo): Promise<void> {
  const { county, otherCounty } = demo.site.demo
  const { rows: towns } = await demo.db.query<{ code: number }>(
    `select code from public.regions where parent_code in ($1, $2) and kind = 'division' order by code limit 12`,
    [county, otherCounty],
  )
  // Every third story happens elsewhere in the site, so that figures compare places.
  const { rows: elsewhere } = await demo.db.query<{ code: number }>(
    `select min(c.code) as code from public.regions as c join public.regions as up on up.code = c.parent_code
     where c.kind = 'division' and c.tier in (4, 5) and up.kind = 'division' and up.tier = $1 and c.parent_code not in ($2, $3)
     group by c.parent_code order by 1 limit 9`,
    [county === otherCounty ? 4 : 3, county, otherCounty],
  )
  const emails = ['handler.market@demo.local', 'handler.environment@demo.local', ...(county === otherCounty ? [] : ['handler.other@demo.local'])]
  const officers = await Promise.all(emails.map((email) => signIn(demo, email)))
  const daysOf = new Map<string, number>()
  const rounds = 3
  for (let index = 0; index < demoStories.length * rounds; index += 1) {
    const story = demoStories[index % demoStories.length] as Story
    const round = Math.floor(index / demoStories.length)
    const places = index % 3 === 2 && elsewhere.length > 0 ? elsewhere : towns
    const town = places[(index * 5) % places.length]?.code ?? county
    // The demo files dozens of cases from one address; its own counters are put back.
    if (index % 20 === 0) await demo.db.query('delete from private.quota_counts')
    for (const caseNo of await fileStory(demo, story, index, town)) {
      await advance(officers, caseNo, index + round)
      daysOf.set(caseNo, (index * 7) % 41)
    }
  }
  await demo.db.query('delete from private.quota_counts')
  await moveBack(demo.db, daysOf)
}
