/**
 * Demo cases through the real doors: the public function files them, officers sign in and act by work_act, citizens
 * by their own function. Where no demo account works, the same engine acts in the name of the body.
 * Filed in the order of their days, so that numbers grow with them; only the dates are put afterwards (demo-dates.ts).
 */
import { createClient, type SupabaseClient } from '@supabase/supabase-js'
import type pg from 'pg'
import type { Database } from '../functions/_shared/database.types.ts'
import { filingTime, putDates, readCalendar, stepTime, type Calendar, type Moments } from './demo-dates.ts'
import { demoPhoto } from './demo-photo.ts'
import { demoCourses, demoStories, type Course, type Step, type Story } from './demo-stories.ts'
import { sendFiling } from './filing.ts'
import type { SiteProfile } from './sites.ts'
import { uuidOf } from './uuid-of.ts'

type Client = SupabaseClient<Database>

interface Demo {
  db: pg.ClientBase
  url: string
  publishableKey: string
  password: string
  site: SiteProfile
}

/** One submission to come. */
interface Plan {
  index: number
  story: Story
  regionCode: number
  /** Working days since the filing. */
  age: number
  /** Null = now. */
  filedAt: string | null
  courses: Partial<Record<'complaint' | 'tip', Course>>
}

/** What a citizen holds after filing. */
interface Receipt {
  code: string
  phoneTail: string
  caseNos: string[]
}

interface Item {
  id: string
  kind: 'complaint' | 'tip'
  state: string
  version: number
  to_org_id: string
  desk_id: string
  region_code: number
}

/** The demo officers by role and body, signed in. */
type Officers = Map<string, Client>

async function signInOfficers({ db, url, publishableKey, password }: Demo): Promise<Officers> {
  const { rows } = await db.query<{ email: string; role: string; org_id: string }>(
    `select u.email, g.role_code as role, f.org_id from auth.users as u
     join public.officers as f on f.id = u.id join public.officer_role_grants as g on g.officer_id = f.id
     where u.email like '%@demo.local' and g.role_code in ('handler', 'reviewer', 'coordinator')`,
  )
  const clients = await Promise.all(
    rows.map(async ({ email, role, org_id }): Promise<[string, Client]> => {
      const client = createClient<Database>(url, publishableKey, { auth: { persistSession: false, autoRefreshToken: false } })
      const { error } = await client.auth.signInWithPassword({ email, password })
      if (error) throw new Error(`sign-in of ${email}: ${error.message}`)
      return [`${role} ${org_id}`, client]
    }),
  )
  return new Map(clients)
}

async function fileStory(demo: Demo, { story, index, regionCode }: Plan): Promise<Receipt> {
  const key = uuidOf(`demo:${demo.site.key}:${index}`)
  const isAnonymous = story.types.every((type) => type === 'tip') && index % 3 === 0
  const phone = `139${String(10000000 + index * 7919).slice(0, 8)}`
  const phoneTail = phone.slice(-4)
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
    reporter: { name: isAnonymous ? '' : `${'赵钱孙李周吴郑王'[index % 8]}先生`, phone: isAnonymous ? phoneTail : phone, isAnonymous },
    agreedNotice: true,
  }
  const photos = Array.from({ length: story.photos ?? 0 }, (_, i) => demoPhoto(index + i))
  const { status, code, cases, error } = await sendFiling({ url: demo.url, publishableKey: demo.publishableKey, key, form, photos })
  if (!cases || !code) throw new Error(`demo case "${story.title}": ${status} ${error?.message ?? ''}`)
  return { code, phoneTail, caseNos: cases.map((one) => one.caseNo) }
}

async function readItem(db: pg.ClientBase, caseNo: string): Promise<Item> {
  const { rows } = await db.query<Item>(
    `select id, kind, state, version, to_org_id, region_code, private.coordinator_of(region_code) as desk_id from public.work_items where no = $1`,
    [caseNo],
  )
  return rows[0] as Item
}

async function actAsCitizen({ url, publishableKey }: Demo, { code, phoneTail }: Receipt, caseNo: string, { action, payload }: Step): Promise<void> {
  const body = new FormData()
  body.set('act', JSON.stringify({ code, phoneTail, caseNo, act: { action, ...payload } }))
  const response = await fetch(`${url}/functions/v1/act-on-complaint`, { method: 'POST', headers: { apikey: publishableKey }, body })
  if (!response.ok) throw new Error(`demo ${caseNo} ${action}: ${response.status} ${await response.text()}`)
}

async function actAsOfficer({ db }: Demo, officers: Officers, item: Item, caseNo: string, { action, by, payload }: Step): Promise<void> {
  const orgId = by === 'coordinator' ? item.desk_id : item.to_org_id
  const officer = officers.get(`${by} ${orgId}`)
  if (officer) {
    const { error } = await officer.rpc('work_act', {
      p_item_id: item.id,
      p_action: action,
      p_payload: payload,
      p_expected_version: item.version,
      p_key: uuidOf(`${caseNo}:${item.version}`),
    })
    if (error) throw new Error(`demo ${caseNo} ${action}: ${error.message} ${error.hint ?? ''}`)
    return
  }
  const name = ['李明', '张敏', '刘洋', '陈静', '黄涛', '许雯', '何伟', '马兰'][Number.parseInt(orgId.slice(0, 2), 16) % 8]
  await db.query('begin')
  await db.query(`select private.act_as('system:seed')`)
  await db.query(
    `select (private.work_apply(i, t, $3, $4, $5)).id from public.work_items as i
     join private.work_transitions as t on t.kind = i.kind and t.from_state = i.state and t.action = $2 where i.id = $1`,
    [item.id, action, payload, name, orgId],
  )
  await db.query('commit')
}

/** What the router could not place begins with the coordinator's own step: mostly in its term of one day, now and then late. */
async function dispatchStep({ db }: Demo, item: Item, { story, index, age }: Plan): Promise<Step[]> {
  if (item.state !== 'awaiting_dispatch' || !story.desk || age < 4) return []
  const { rows } = await db.query<{ id: string }>(
    `select o.id from public.orgs as o join public.orgs as desk on desk.region_code = o.region_code where desk.id = $1 and o.line_code = $2`,
    [item.desk_id, story.desk.line],
  )
  if (!rows[0]) return []
  return [{ action: 'dispatch', after: index % 3 === 0 ? 2 : 1, by: 'coordinator', payload: { to_org_id: rows[0].id, note: story.desk.note } }]
}

/** Takes the steps of one case, as far as they lie in the past. */
async function advance(demo: Demo, officers: Officers, calendar: Calendar, plan: Plan, receipt: Receipt, caseNo: string): Promise<Moments | null> {
  if (!plan.filedAt) return null
  const filed = await readItem(demo.db, caseNo)
  const first = await dispatchStep(demo, filed, plan)
  const moments: Moments = { caseNo, filedAt: plan.filedAt, steps: {}, ratedAt: null }
  let ago = plan.age
  if (filed.state === 'awaiting_dispatch' && first.length === 0) return moments
  for (const step of [...first, ...(plan.courses[filed.kind]?.steps ?? [])]) {
    ago -= step.after
    const at = stepTime(calendar, ago, `${caseNo}:${ago}`, step.by === 'citizen')
    if (!at) break
    if (step.by === 'citizen') await actAsCitizen(demo, receipt, caseNo, step)
    const item = await readItem(demo.db, caseNo)
    if (step.by !== 'citizen') await actAsOfficer(demo, officers, item, caseNo, step)
    if (step.action === 'rate') moments.ratedAt = at
    else moments.steps[step.by === 'citizen' ? item.version : item.version + 1] = at
  }
  return moments
}

/** The submissions in the order of their days. */
async function planCases({ db, site }: Demo, calendar: Calendar): Promise<Plan[]> {
  const { county, otherCounty } = site.demo
  const { rows: towns } = await db.query<{ code: number }>(
    `select code from (
       select r.code, r.parent_code, row_number() over (partition by r.parent_code order by r.code) as n
       from public.regions as r where r.parent_code in ($1, $2) and r.kind = 'division') as town
     order by n, parent_code = $1, code limit 12`,
    [county, otherCounty],
  )
  // Every third story happens elsewhere in the site, so that figures compare places.
  const { rows: elsewhere } = await db.query<{ code: number }>(
    `select min(c.code) as code from public.regions as c join public.regions as up on up.code = c.parent_code
     where c.kind = 'division' and c.tier in (4, 5) and up.kind = 'division' and up.tier = $1 and c.parent_code not in ($2, $3)
     group by c.parent_code order by 1 limit 9`,
    [county === otherCounty ? 4 : 3, county, otherCounty],
  )
  const taken = { complaint: 0, tip: 0 }
  const rounds = 3
  const plans = Array.from({ length: demoStories.length * rounds }, (_, index): Plan => {
    const story = demoStories[index % demoStories.length] as Story
    const places = index % 3 === 2 && elsewhere.length > 0 ? elsewhere : towns
    const courses: Plan['courses'] = {}
    for (const type of story.types) {
      courses[type] = demoCourses[type][taken[type] % demoCourses[type].length] as Course
      taken[type] += 1
    }
    const age = (courses.complaint ?? courses.tip)?.age ?? 0
    const filedAt = age === 0 ? null : filingTime(calendar, age, `demo:${site.key}:${index}`)
    return { index, story, regionCode: places[(index * 5) % places.length]?.code ?? county, age, filedAt, courses }
  })
  const order = ({ filedAt }: Plan) => (filedAt ? Date.parse(filedAt) : Number.MAX_SAFE_INTEGER)
  return plans.toSorted((a, b) => order(a) - order(b))
}

export async function loadDemoCases(demo: Demo): Promise<void> {
  const calendar = await readCalendar(demo.db)
  const officers = await signInOfficers(demo)
  const moved: Moments[] = []
  for (const [turn, plan] of (await planCases(demo, calendar)).entries()) {
    // The demo files dozens of cases from one address; its own counters are put back.
    if (turn % 20 === 0) await demo.db.query('delete from private.quota_counts')
    const receipt = await fileStory(demo, plan)
    for (const caseNo of receipt.caseNos) {
      const moments = await advance(demo, officers, calendar, plan, receipt, caseNo)
      if (moments) moved.push(moments)
    }
  }
  await demo.db.query('delete from private.quota_counts')
  await putDates(demo.db, moved)
}
