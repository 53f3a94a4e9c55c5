import type { ModuleFile, ModuleNames } from './names.ts'

/** What the demo shows of the module, and the proof that it does. */
export const demoFiles = (names: ModuleNames): ModuleFile[] => [
  [`supabase/seed/modules/${names.folder}/demo.ts`, head(names) + (names.hasParts ? sent : taken) + '}\n'],
  [`supabase/tests/modules/${names.folder}/demo.test.ts`, test(names)],
]

const head = ({
  prefix,
  title,
  hasParts,
}: ModuleNames) => `/** ${title} in each state, made by the people of the demo through the same functions that their pages call. */
import { demoDesk } from '../../demo-desk.ts'
import type { Demo } from '../../modules.ts'

export async function loadDemo({ db }: Pick<Demo, 'db'>): Promise<void> {
  const { call, act, grant${hasParts ? ', orgOf' : ''} } = demoDesk(db)
  const open = async (who: string, title: string, content: string) => {
    const { id } = await call<{ id: string }>(who, 'select public.${prefix}_open($1, $2) as id', [title, content])
    const { rows } = await db.query<{ item_id: string }>('select item_id from public.${prefix}_records where id = $1', [id])
    return rows[0]?.item_id as string
  }
`

const taken = `
  await open('handler.market', '核对连锁药店的许可信息', '三家门店的许可证将于下月到期，请核对是否已经申请延续。')
  const begun = await open('handler2.market', '回访上月整改的餐饮单位', '上月责令整改五家，请逐家回访并记录结果。')
  await act('handler2.market', begun, 'begin')
  const asked = await open('handler.market', '抽查电子秤检定标志', '请在两个农贸市场抽查电子秤的检定标志。')
  await act('handler.market', asked, 'begin')
  await act('handler.market', asked, 'finish', { note: '抽查四十台，两台过期，已责令停用。' })
  const done = await open('handler.environment', '核实河道排口异味', '巡查员反映排口有异味，请到现场核实。')
  await act('handler.environment', done, 'begin')
  await act('handler.environment', done, 'finish', { note: '现场采样达标，异味来自淤泥，已通知清淤。' })
  await grant('reviewer.environment', done)
`

const sent = `  const send = async (from: string, to: string, item: string) => {
    await act(\`handler.\${from}\`, item, 'send', { receivers: [await orgOf(\`handler.\${to}\`)] })
    await grant(\`reviewer.\${from}\`, item)
    const { rows } = await db.query<{ id: string }>('select id from public.work_items where parent_id = $1', [item])
    return rows[0]?.id as string
  }

  await open('handler.market', '核对连锁药店的许可信息', '三家门店的许可证将于下月到期，请核对是否已经申请延续。')
  const asked = await open('handler2.market', '排查沿街餐饮油烟净化设施', '请排查沿街餐饮单位的油烟净化设施是否运行。')
  await act('handler2.market', asked, 'send', { receivers: [await orgOf('handler.environment')] })
  const sent = await open('handler.market', '核实食品加工点污水去向', '检查中发现加工点没有接入管网，请核实污水去向。')
  await send('market', 'environment', sent)
  const signed = await open('handler.environment', '提供印染企业登记信息', '请提供园区内印染企业的登记和变更信息。')
  await act('handler.market', await send('environment', 'market', signed), 'sign')
  const done = await open('handler.environment', '核对加油站油气回收检定', '请核对两座加油站油气回收装置的检定情况。')
  const part = await send('environment', 'market', done)
  await act('handler.market', part, 'sign')
  await act('handler.market', part, 'answer', { note: '两座均在检定有效期内，证书编号已登记。' })
`

const test = ({ folder, prefix, hasParts }: ModuleNames) => `import { expect, it } from 'vitest'
import { loadDemo } from '../../../seed/modules/${folder}/demo.ts'
import { addDemoPeople } from '../../accounts.ts'
import { openSession } from '../../session.ts'

const { db } = await openSession()

it('the demo shows each state, and one that waits for a second person', async () => {
  await addDemoPeople(db)
  await db.query('create temp table before as select id from public.work_items')
  await loadDemo({ db })
  const made = 'from public.work_items as i where i.id not in (select id from before)'
  const { rows } = await db.query(\`select i.kind, i.state, count(*)::int as n \${made} group by 1, 2 order by 1, 2\`)
  expect(rows).toEqual([
${hasParts ? partStates(prefix) : plainStates(prefix)}  ])
  const waiting = await db.query(\`select from public.work_approvals as a join public.work_items as i on i.id = a.item_id and a.outcome is null and i.id not in (select id from before)\`)
  expect(waiting.rowCount).toBe(1)
})
`

const state = (kind: string, name: string, n: number) => `    { kind: '${kind}', state: '${name}', n: ${n} },\n`
const plainStates = (prefix: string) => state(prefix, 'done', 1) + state(prefix, 'open', 1) + state(prefix, 'working', 2)
const partStates = (prefix: string) =>
  state(prefix, 'done', 1) +
  state(prefix, 'open', 2) +
  state(prefix, 'working', 2) +
  ['answered', 'awaiting', 'working'].map((one) => state(`${prefix}_part`, one, 1)).join('')
