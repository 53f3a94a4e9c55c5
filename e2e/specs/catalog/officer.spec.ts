/** The catalogue at work: found by department, what rests on law that ended, what may be asked for an item. */
import { expect, test } from '../../fixtures/test.ts'

test('the list fits the desk beside its tree, which narrows it', async ({ as, expectAccessible }) => {
  const page = await as('handler.market')
  await page.goto('/work/catalog')
  const table = page.locator('.row-table')
  await expect(table.locator('tbody a').first()).toBeVisible()
  expect(await table.evaluate((box) => box.scrollWidth - box.clientWidth)).toBe(0)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(1366)
  const tree = page.getByRole('navigation', { name: '按部门和主项查看' })
  await tree.getByRole('button', { name: '市场监管', exact: true }).click()
  await expect(page).toHaveURL(/line=market/)
  await tree.getByRole('button', { name: '展开市场监管' }).click()
  await tree.locator('.tree-leaf').first().click()
  await expect(page).toHaveURL(/main=\d{8}/)
  await expect(table.locator('tbody a').first()).toBeVisible()
  await expectAccessible(page)
})

test('a law that ended leads to the items that rest on it, and they are marked', async ({ as, expectAccessible, db }) => {
  const { rows } = await db.query<{ title: string; item_count: number }>(
    'select title, item_count from public.catalog_law_list where repealed_on <= private.local_day(now()) and item_count > 0 order by code limit 1',
  )
  const [law] = rows
  if (!law) throw new Error('no law that ended has items')
  const page = await as('handler.environment')
  await page.goto('/work/catalog/laws?repealed=true')
  const items = page.getByRole('link', { name: `《${law.title}》：${law.item_count} 个事项` })
  await expect(items).toBeVisible()
  await expectAccessible(page)
  await items.click()
  await expect(page.getByText(`共 ${law.item_count} 条`, { exact: true })).toBeVisible()
  await expect(page.locator('.row-table tbody').getByText('依据已废止')).toHaveCount(law.item_count)
  await page.locator('.row-table tbody a').first().click()
  await expect(page.getByText(/起已废止/).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '申请变更' })).toBeVisible()
  await expectAccessible(page)
})

test('another department reads an item but asks for no change of it', async ({ as, db }) => {
  const { rows } = await db.query<{ code: string }>(`select code from public.catalog_items where line_code = 'market' order by code limit 1`)
  const page = await as('handler.environment')
  await page.goto(`/work/catalog/items/${rows[0]?.code}`)
  await expect(page.getByRole('heading', { name: '看懂这一项' })).toBeVisible()
  await expect(page.getByText('变更会影响')).toBeVisible()
  await expect(page.getByRole('button', { name: '申请变更' })).toHaveCount(0)
})
