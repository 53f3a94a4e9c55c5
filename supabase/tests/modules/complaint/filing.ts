/** Files cases in the database as the edge functions do, without encryption: what is sealed is not the tests' subject. */
import type pg from 'pg'
import { uuidOf } from '../../../seed/uuid-of.ts'

export interface TestFiling {
  /** Names key, code and phone: the same name is the same submission. */
  name: string
  types: ('complaint' | 'tip')[]
  matter: string
  region: number
  /** Line of the body at the matter's owner region that gets it; left out: it stays with the coordinator. */
  dispatchTo?: string
  title?: string
  content?: string
  subject?: string
}

export interface FiledCase {
  case_id: string
  item_id: string
  case_no: string
  case_type: 'complaint' | 'tip'
  is_new: boolean
}

/** Runs as whoever the connection is (postgres in the fixture, service_role in tests). */
export async function fileCase(db: pg.ClientBase, filing: TestFiling): Promise<FiledCase[]> {
  const form = {
    caseTypes: filing.types,
    matterCode: filing.matter,
    title: filing.title ?? `测试件 ${filing.name}`,
    content: filing.content ?? '买到的东西有问题，商家不处理，请帮助解决。',
    wish: '退款',
    regionCode: filing.region,
    placeText: '人民路 1 号',
    subjectName: filing.subject ?? '测试商店',
    subjectUscc: '',
  }
  const { rows } = await db.query<FiledCase>(`select * from public.file_complaint($1, $2, $3, $4, $5, $6)`, [
    uuidOf(`key:${filing.name}`),
    JSON.stringify(form),
    JSON.stringify({ isAnonymous: false, nameMasked: '张*', phoneMasked: '138****5678', sealed: 'v1.test' }),
    `code:${filing.name}`,
    `tail:${filing.name}`,
    `phone:${filing.name}`,
  ])
  if (filing.dispatchTo) {
    for (const one of rows.filter((row) => row.is_new)) {
      await db.query(
        `select private.work_system_act($1, 'route', jsonb_build_object('to_org_id', (
           select o.id from public.orgs as o join public.regions as r on r.code = o.region_code
           where o.line_code = $2 and $3::int between r.code and r.range_end order by r.tier desc limit 1), 'note', '属地管理'), 'system:test', '自动分派')`,
        [one.item_id, filing.dispatchTo, filing.region],
      )
    }
  }
  return rows
}
