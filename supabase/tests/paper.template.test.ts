/** Templates: what must stand in them, and that a new version leaves issued papers alone. */
import { describe, expect, it } from 'vitest'
import pg from 'pg'
import { complaintSteps, handler } from './modules/complaint/steps.ts'
import { openSession } from './session.ts'

const session = await openSession()
const { file, act } = complaintSteps(session)
const admin = 'system_admin.province-coordination'

interface Block {
  type: string
  text?: string
  items?: unknown
}
const [current] = await session.read('postgres', `select body from public.definitions where kind = 'paper' and key = 'complaint_refused'`)
const body = current?.body as { no_word: string; blocks: Block[] }
const publish = `select id from public.publish_definition('paper', $1, $2, (now() at time zone 'Asia/Shanghai')::date, '测试')`

const change = (at: number, block: Block) => ({ ...body, blocks: body.blocks.map((one, i) => (i === at ? block : one)) })
const text = (said: string) => change(2, { type: 'paragraph', text: said })

async function refused(template: unknown, key = 'complaint_refused'): Promise<[string, string]> {
  try {
    await session.within('postgres', async (db) => {
      await db.query(`select private.paper_checked($1, $2, private.local_day(now()))`, [key, JSON.stringify(template)])
    })
  } catch (error) {
    if (error instanceof pg.DatabaseError) return [JSON.parse(error.detail ?? '{}').field, error.hint ?? '']
    throw error
  }
  return ['ok', '']
}

describe('a template', () => {
  it.each([
    ['unknown field', text('{{phone}}'), '第 3 段用了没有的字段“phone”'],
    ['half a field', text('编号{{case_no}'), '第 3 段的字段写法不对'],
    ['10,000 characters', text('长'.repeat(10_000)), '第 3 段有 10000 字，最多 2000 字'],
    ['no text', text('　 '.trim()), '第 3 段没有文字'],
    ['required field missing', { ...body, blocks: body.blocks.filter(({ text: said }) => !said?.includes('{{ground}}')) }, '不予受理理由'],
    ['no remedy', { ...body, blocks: body.blocks.filter(({ type }) => type !== 'remedy') }, '救济途径'],
    ['unknown block', change(2, { type: 'picture', text: 'x' }), '第 3 段的类型不认识'],
    ['stray key', change(2, { type: 'paragraph', text: 'x', items: [] }), '第 3 段没有“items”这一项'],
    ['list without entries', change(2, { type: 'list', items: [] }), '第 3 段应有 1 至 20 项'],
    ['title not first', { ...body, blocks: body.blocks.slice(1) }, '第一段应是标题'],
    ['signature not last', { ...body, blocks: body.blocks.slice(0, -1) }, '最后一段应是落款'],
    ['no blocks', { no_word: '投受' }, '模板应有 3 至 40 段'],
    ['blocks are no list', { no_word: '投受', blocks: 'x' }, '模板应有 3 至 40 段'],
    ['a block is no object', { ...body, blocks: ['x', 'y', 'z'] }, '第 1 段的类型不认识'],
  ])('with %s is refused in so many words', async (_what, template, words) => {
    const [field, hint] = await refused(template)
    expect(field).toBe('blocks')
    expect(hint).toContain(words)
  })

  it.each([
    [{ ...body, no_word: 'ABC' }, 'no_word'],
    [{ blocks: body.blocks }, 'no_word'],
    [{ ...body, seal: 'x' }, 'seal'],
  ])('names the field that is wrong', async (template, field) => {
    expect((await refused(template))[0]).toBe(field)
  })

  it('is of a kind that a module registered, and is published at the top of the site only', async () => {
    expect(await refused(body, 'no_such_paper')).toEqual(['key', '没有这种文书；新的文书由模块登记'])
    for (const who of [handler, 'leader.province-coordination'])
      expect(await session.refusal(who, publish, ['complaint_refused', JSON.stringify(text('{{case_no}}'))])).toContain('PT404')
  })

  it('a later version changes no issued paper', async () => {
    const [one] = await file('template-frozen')
    await act(handler, one!.item_id, 'receive')
    await act(handler, one!.item_id, 'accept')
    const papers = () =>
      session.read(
        'postgres',
        'select p.no, p."values", d.body from public.papers p join public.definitions d on d.id = p.definition_id where p.item_id = $1',
        [one!.item_id],
      )
    const before = await papers()
    const accepted = before[0]?.body as typeof body
    await session.act(admin, publish, ['complaint_accepted', JSON.stringify({ ...accepted, no_word: '新受' })])
    expect(await papers()).toEqual(before)
    const [two] = await file('template-new')
    await act(handler, two!.item_id, 'receive')
    await act(handler, two!.item_id, 'accept')
    expect((await session.read('postgres', 'select no from public.papers where item_id = $1', [two!.item_id]))[0]?.no).toMatch(/新受〔\d{4}〕1号$/)
  })

  it('what goes to a business cannot offer who complained', async () => {
    const register = `select private.register_paper_kind('x', 'complaint', 'x', 'subject', array[private.paper_field('reporter', '投诉人', '张*', '{"is_private":true}')], '测', '[]')`
    expect(await session.refusal('postgres', register)).toContain('must not offer a private field')
  })
})
