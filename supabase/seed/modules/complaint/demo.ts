/**
 * Demo cases through the real doors: the public function files them, and people act on them (actors.ts).
 * Filed in the order of their days, so that numbers grow with them; only the dates are put afterwards (dates.ts, redate.ts).
 */
import type pg from 'pg'
import { Actors, orgOfLine, readItem, signInOfficers, type Item, type Receipt } from './actors.ts'
import { demoCourses, dispatch, type Course, type Step } from './courses.ts'
import { filingTime, readCalendar, stepTime, type Calendar } from './dates.ts'
import { demoPhoto } from '../../demo-photo.ts'
import { putDates, type Moments } from './redate.ts'
import { showcase } from './showcase.ts'
import { demoStories, type Story } from './stories.ts'
import { challengeFrom, proofOf, sendFiling } from './filing.ts'
import type { Demo } from '../../modules.ts'
import { uuidOf } from '../../uuid-of.ts'

/** One submission to come. */
interface Plan {
  index: number
  story: Story
  isAnonymous: boolean
  regionCode: number
  /** Working days since the filing. */
  age: number
  /** Null = now. */
  filedAt: string | null
  courses: Partial<Record<'complaint' | 'tip', Course>>
}

async function fileStory(demo: Demo, { story, index, isAnonymous, regionCode }: Plan): Promise<Receipt> {
  const key = uuidOf(`demo:${demo.site.key}:${index}`)
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
  const { url, publishableKey } = demo
  const proof = proofOf(key, await challengeFrom(url, publishableKey))
  const { status, code, cases, error } = await sendFiling({ url, publishableKey, key, proof, form, photos })
  if (!cases || !code) throw new Error(`demo case "${story.title}": ${status} ${error?.message ?? ''}`)
  return { code, phoneTail, isAnonymous, caseNos: cases.map((one) => one.caseNo) }
}

/** What the router could not place begins with the coordinator's own step: mostly in its term of one day, now and then late. */
async function dispatchStep({ db }: Demo, item: Item, { story, index, age }: Plan): Promise<Step[]> {
  if (item.state !== 'awaiting_dispatch' || !story.desk || age < 4) return []
  if (!(await orgOfLine(db, item.desk_id, story.desk.line))) return []
  return [dispatch(story.desk.line, story.desk.note)(index % 3 === 0 ? 2 : 1)]
}

/** Takes the steps of one case, as far as they lie in the past. */
async function advance(demo: Demo, actors: Actors, calendar: Calendar, plan: Plan, receipt: Receipt, caseNo: string): Promise<Moments> {
  let item = await readItem(demo.db, caseNo)
  const first = await dispatchStep(demo, item, plan)
  const moments: Moments = { caseNo, filedAt: plan.filedAt ?? item.created_at.toISOString(), steps: {}, dueIn: {}, ratedAt: null }
  if (item.state === 'awaiting_dispatch' && first.length === 0) return moments
  let ago = plan.age
  let at: string | null = moments.filedAt
  for (const step of [...first, ...(plan.courses[item.kind]?.steps ?? [])]) {
    // Nobody can be told of an anonymous tip.
    if (step.action === 'notify' && receipt.isAnonymous) continue
    ago -= step.after
    at = stepTime(calendar, ago, `${caseNo}:${item.seq}`, step.by, at)
    if (!at) break
    const before = item.seq
    await actors.take(receipt, caseNo, item, step)
    item = await readItem(demo.db, caseNo)
    if (step.action === 'rate') moments.ratedAt = at
    for (let seq = before + 1; seq <= item.seq; seq += 1) {
      moments.steps[seq] = at
      if (step.payload.due_in) moments.dueIn[seq] = Number(step.payload.due_in)
    }
  }
  return moments
}

async function townsOf(db: pg.ClientBase, counties: number[]): Promise<number[]> {
  const { rows } = await db.query<{ code: number }>(
    `select code from (
       select r.code, r.parent_code, row_number() over (partition by r.parent_code order by r.code) as n
       from public.regions as r where r.parent_code = any ($1) and r.kind = 'division') as town
     order by n, parent_code = $1[1], code limit 12`,
    [counties],
  )
  return rows.map((row) => row.code)
}

/** The submissions in the order of their days. */
async function planCases({ db, site }: Demo, calendar: Calendar): Promise<Plan[]> {
  const { county, otherCounty } = site.demo
  const towns = await townsOf(db, [county, otherCounty])
  // Every third story happens elsewhere in the site, so that figures compare places.
  const { rows: elsewhere } = await db.query<{ code: number }>(
    `select min(c.code) as code from public.regions as c join public.regions as up on up.code = c.parent_code
     where c.kind = 'division' and c.tier in (4, 5) and up.kind = 'division' and up.tier = $1 and c.parent_code not in ($2, $3)
     group by c.parent_code order by 1 limit 9`,
    [county === otherCounty ? 4 : 3, county, otherCounty],
  )
  const plan = (index: number, story: Story, isAnonymous: boolean, regionCode: number | undefined, courses: Plan['courses']): Plan => {
    const age = (courses.complaint ?? courses.tip)?.age ?? 0
    const filedAt = age === 0 ? null : filingTime(calendar, age, `demo:${site.key}:${index}`)
    return { index, story, isAnonymous, regionCode: regionCode ?? county, age, filedAt, courses }
  }
  const taken = { complaint: 0, tip: 0 }
  const rounds = 2
  const plans = Array.from({ length: demoStories.length * rounds }, (_, index): Plan => {
    const story = demoStories[index % demoStories.length] as Story
    const places = index % 3 === 2 && elsewhere.length > 0 ? elsewhere.map((row) => row.code) : towns
    const courses: Plan['courses'] = {}
    for (const type of story.types) {
      courses[type] = demoCourses[type][taken[type] % demoCourses[type].length] as Course
      taken[type] += 1
    }
    const isAnonymous = index % 3 === 0 && story.types.every((type) => type === 'tip')
    return plan(index, story, isAnonymous, places[(index * 5) % places.length], courses)
  })
  const own = { county: await townsOf(db, [county]), other: await townsOf(db, [otherCounty]) }
  for (const [i, { place, course, isAnonymous, ...story }] of showcase.entries()) {
    const places = own[place]
    plans.push(plan(plans.length, story, isAnonymous ?? false, places[i % places.length], { [story.types[0] as 'tip']: course }))
  }
  const order = ({ filedAt }: Plan) => (filedAt ? Date.parse(filedAt) : Number.MAX_SAFE_INTEGER)
  return plans.toSorted((a, b) => order(a) - order(b))
}

export async function loadDemo(demo: Demo): Promise<void> {
  const calendar = await readCalendar(demo.db)
  const actors = new Actors(demo, await signInOfficers(demo))
  const moved: Moments[] = []
  for (const [turn, plan] of (await planCases(demo, calendar)).entries()) {
    // The demo files dozens of cases from one address; its own counters are put back.
    if (turn % 20 === 0) await demo.db.query('delete from private.quota_counts')
    const receipt = await fileStory(demo, plan)
    for (const caseNo of receipt.caseNos) {
      moved.push(await advance(demo, actors, calendar, plan, receipt, caseNo))
    }
  }
  await demo.db.query('delete from private.quota_counts')
  await putDates(demo.db, moved)
}
