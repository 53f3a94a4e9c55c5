/** The catalogue as everybody reads it: found, understood, as it was on a day, taken away as a file. */
import { readFileSync } from 'node:fs'
import type pg from 'pg'
import { expect, phone, test } from '../../fixtures/test.ts'

/** A new version from today on, as a published change writes it. */
async function amend(db: pg.Client, code: string, words: string, reason: string) {
  await db.query('begin')
  await db.query(`select private.act_as('system:seed')`)
  await db.query(
    `select private.define_version('catalog_item', $1::text,
       (private.definition_at('catalog_item', $1::text, private.local_day(now()))).body || jsonb_build_object('flow', $2::text),
       private.local_day(now()), $3::text)`,
    [code, words, reason],
  )
  await db.query('commit')
}

/** An item that no other test changes. */
const oneOf = async (db: pg.Client, line: string, skip: number) => {
  const { rows } = await db.query<{ code: string; name: string }>(
    `select code, name from public.catalog_items where line_code = $1 and state = 'in_force' and version = 1 order by code desc offset $2 limit 1`,
    [line, skip],
  )
  const [row] = rows
  if (!row) throw new Error(`no item of ${line}`)
  return row
}

test('a shop keeper with a phone finds who may check what, and on which law', async ({ citizen, expectAccessible, db }) => {
  const { code, name } = await oneOf(db, 'market', 3)
  const page = await citizen(phone)
  await page.goto('/')
  await page
    .locator('main')
    .getByRole('link', { name: /查监管事项目录/ })
    .click()
  await expect(page.getByRole('heading', { level: 1, name: '监管事项目录清单' })).toBeVisible()
  await expect(page.getByText(/^共 [\d,]+ 项/)).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel('事项名称、监管对象或编码').fill(code)
  await page.getByRole('button', { name: '查找' }).click()
  await expect(page.getByText(/^共 1 项/)).toBeVisible()
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(name)
  const plain = page.getByRole('region', { name: '看懂这一项' })
  await expect(plain.getByText(/市场监管部门（/)).toBeVisible()
  await expect(plain.getByText(/^《/).first()).toBeVisible()
  await expect(page.getByRole('region', { name: '目录要素' }).getByText(code)).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390)
  await expectAccessible(page)
})

test('conditions, pages and the address say the same', async ({ citizen }) => {
  const page = await citizen()
  await page.goto('/catalog')
  await page.getByLabel('监管部门').selectOption({ label: '市场监管' })
  await expect(page).toHaveURL(/line=market/)
  await page.getByRole('button', { name: '下一页' }).click()
  await expect(page.getByText(/^第 2 \/ \d+ 页$/)).toBeVisible()
  await page.reload()
  await expect(page.getByText(/^第 2 \/ \d+ 页$/)).toBeVisible()
  await page.goto('/catalog?q=没有这样的事项')
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(page.getByText(/^共 \d+ 项/)).toBeVisible()
})

test('an item is read as it was on the day of a check, with what was changed since', async ({ citizen, expectAccessible, db }) => {
  const { code } = await oneOf(db, 'market', 0)
  const words = '检查前三日书面告知，再到现场检查。'
  await amend(db, code, words, '条款修订，增加告知')
  const page = await citizen()
  await page.goto(`/catalog/${code}`)
  await expect(page.locator('.item-plain').getByText(words)).toBeVisible()
  const diff = page.getByRole('region', { name: '第 2 版改了什么' })
  await expect(diff.getByText(/条款修订/)).toBeVisible()
  await expect(diff.getByRole('heading', { name: '监管流程' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: '看第 1 版' }).click()
  await expect(page.getByText(/当日的内容：第 1 版/)).toBeVisible()
  await expect(page.locator('.item-plain').getByText(words)).toHaveCount(0)
  await page.goto(`/catalog/${code}?day=2001-01-01`)
  await expect(page.getByText(/这一天目录中还没有这一项/)).toBeVisible()
})

test('the whole catalogue is there for everybody as a file', async ({ citizen, db }) => {
  const page = await citizen()
  await page.goto('/catalog')
  for (const format of ['CSV', 'JSON'] as const) {
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: `下载 ${format}` }).click()
    const text = readFileSync(await (await download).path(), 'utf8')
    const { rows } = await db.query<{ count: number; code: string }>('select count(*)::int as count, min(code) as code from public.catalog_items')
    expect(text).toContain(rows[0]?.code)
    if (format === 'JSON') expect((JSON.parse(text) as { count: number }).count).toBe(rows[0]?.count)
    await expect(page.getByText(/^已下载 [\d,]+ 项$/)).toBeVisible()
  }
})
