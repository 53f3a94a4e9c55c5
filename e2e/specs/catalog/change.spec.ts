/** 动态调整 and 认领: from what a bureau asks for to what every body of its line says to it. */
import type { Page } from '@playwright/test'
import type pg from 'pg'
import { todayInShanghai } from '../../../web/shared/format/date.ts'
import { expect, phone, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'

interface Items {
  codes: [string, string]
  names: [string, string]
}

/** Two items of a department that no other test works with, under a main item of their own. */
async function makeItems(db: pg.Client): Promise<Items> {
  const stamp = Date.now() % 1_000_000
  const main = `99${String(stamp).padStart(6, '0')}`
  const names: Items['names'] = [`排污口的监管${stamp}`, `扬尘的监管${stamp}`]
  const codes: Items['codes'] = [`${main}000010`, `${main}000020`]
  // Who acts is said for one transaction.
  await db.query('begin')
  await db.query(`select private.act_as('system:migration')`)
  await db.query(`select private.define_version('catalog_law', $1, jsonb_build_object('title', $2::text, 'kind', 'law'), '2020-01-01', '测试')`, [
    `trial-${stamp}`,
    `试用的法律${stamp}`,
  ])
  await db.query(`insert into public.catalog_main_items (code, name, line_code, sort) values ($1, $2, 'environment', 900)`, [
    main,
    `试用的主项${stamp}`,
  ])
  for (const [i, code] of codes.entries())
    await db.query(`select private.define_version('catalog_item', $1, $2, '2026-01-01', '测试')`, [
      code,
      {
        main_code: main,
        name: names[i],
        line_code: 'environment',
        objects: '排放污染物的企业',
        object_kinds: ['enterprise'],
        methods: ['random'],
        measures: ['inspect'],
        levels: ['4'],
        bases: [{ law_code: `trial-${stamp}`, article: '第十条' }],
        flow: '现场检查，制作笔录',
        result: '合格，或者责令改正',
        scopes: ['3'],
        source: 'province',
      },
    ])
  await db.query('commit')
  return { codes, names }
}

async function pickReason(page: Page) {
  await page.getByLabel('事由').click()
  await page.getByTitle('法律法规规章立改废释', { exact: true }).click()
}

/** Asks for both to be amended, the first by the link of its page, the second found by its code. */
async function propose(page: Page, { codes, names }: Items) {
  await page.goto(`/work/catalog/changes/new?type=amend&code=${codes[0]}`)
  const first = page.getByRole('region', { name: '第 1 项' })
  await first.getByLabel('监管结果').fill('合格，责令改正，或者依法处罚')
  await expect(first.getByText('已修改 1 个要素：监管结果')).toBeVisible()
  await page.getByLabel('添加监管事项').fill(codes[1])
  await page.getByTitle(new RegExp(codes[1])).click()
  const second = page.getByRole('region', { name: '第 2 项' })
  await second.getByLabel('监管子项').fill(`${names[1]}和抑尘`)
  await pickReason(page)
  await page.getByLabel('理由和依据').fill('法律修订，处罚种类增加')
  await page.getByRole('button', { name: '提出申请' }).click()
  await expect(page.getByRole('heading', { level: 1, name: `变更：${names[0]}等 2 项` })).toBeVisible()
  return page.url()
}

async function publish(page: Page) {
  const item = new CasePage(page)
  await item.button('提请发布').click()
  const dialog = page.getByRole('dialog', { name: '提请发布' })
  await dialog.getByLabel('生效日期').fill(todayInShanghai())
  await dialog.getByLabel('生效日期').press('Enter')
  await dialog.getByLabel('审核意见').fill('依据充分，同意发布')
  await dialog.getByRole('button', { name: '提交审核' }).click()
  await expect(dialog).toBeHidden()
}

const row = (page: Page, name: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name }) })

async function answer(page: Page, act: string, name: string, fill?: (dialog: ReturnType<Page['getByRole']>) => Promise<void>) {
  await row(page, name).getByRole('checkbox').check()
  await page
    .getByRole('group', { name: '批量办理' })
    .getByRole('button', { name: `${act} 1 项`, exact: true })
    .click()
  const dialog = page.getByRole('dialog', { name: act, exact: true })
  await fill?.(dialog)
  await dialog.getByRole('button', { name: `确认${act} 1 项` }).click()
  const outcome = page.getByRole('dialog', { name: `${act}：办理结果` })
  await expect(outcome.getByText(`已办理：${act}`)).toBeVisible()
  await outcome.getByRole('button', { name: '关闭', exact: true }).last().click()
}

test('what a bureau asks for is checked, published by two, and claimed by every body', async ({ as, db, expectAccessible }) => {
  test.setTimeout(180_000)
  const items = await makeItems(db)
  const { codes, names } = items
  const bureau = await as('handler.environment')
  const url = await propose(bureau, items)
  const diff = bureau.getByRole('article', { name: `变更 ${names[0]}` })
  await expect(diff.locator('ins')).toContainText('处罚')
  await expectAccessible(bureau)
  // Before the coordinator it is still on the list of who asked.
  await bureau.goto('/work/catalog/changes')
  await expect(bureau.getByRole('link', { name: `变更：${names[0]}等 2 项` })).toBeVisible()

  const county = await as('coordinator.county')
  await county.goto(url)
  await expect(new CasePage(county).button('发布')).toHaveCount(0)
  await new CasePage(county).act('报送上级审核', { 审核意见: '属实，请审' })

  const top = await as('coordinator.top')
  await top.goto(url)
  await publish(top)
  const leader = await as('leader.top')
  await leader.goto(url)
  await new CasePage(leader).decide('同意')
  await expect(leader.getByText('已发布为第 2 版').first()).toBeVisible()

  // Every body is asked: this one claims the first and declines the second.
  await bureau.goto(`/work/catalog/claims?items=${codes.join('.')}`)
  await expect(bureau.getByText('首次认领')).toHaveCount(2)
  await expectAccessible(bureau)
  await answer(bureau, '认领', names[0])
  await answer(bureau, '不认领', `${names[1]}和抑尘`, async (dialog) => {
    await dialog.getByLabel('不认领的理由').click()
    await bureau.getByTitle('由其他部门承担该职责', { exact: true }).click()
    await dialog.getByLabel('说明').fill('已划转城市管理部门')
  })
  await expect(bureau.getByText('没有符合条件的认领')).toBeVisible()

  // The coordinator sees why, and says that it must.
  await county.goto(`/work/catalog/claims?state=declining&items=${codes.join('.')}`)
  await expect(county.getByText('由其他部门承担该职责；已划转城市管理部门')).toBeVisible()
  await answer(county, '须认领', `${names[1]}和抑尘`, async (dialog) => {
    await dialog.getByLabel('须认领的理由').fill('三定方案未调整')
  })
  await bureau.goto(`/work/catalog/claims?items=${codes.join('.')}`)
  await expect(bureau.getByText('审核意见：三定方案未调整')).toBeVisible()
  await answer(bureau, '认领', `${names[1]}和抑尘`)

  // What is done and what is left, place by place.
  await leader.goto('/work/catalog/coverage?by=item&line=environment')
  await expect(leader.getByRole('row', { name: new RegExp(names[0]) }).getByRole('link', { name: /已认领 1，查看清单/ })).toBeVisible()
  await expectAccessible(leader)
})

test('what came back is mended and sent again', async ({ as, db }) => {
  test.setTimeout(120_000)
  const items = await makeItems(db)
  const bureau = await as('handler.environment')
  const url = await propose(bureau, items)
  const county = await as('coordinator.county')
  await county.goto(url)
  await new CasePage(county).act('退回修改', { 需要修改的内容: '请写明条款' })

  await bureau.goto(url)
  await bureau.getByRole('button', { name: '修改申请' }).click()
  await bureau.getByLabel('理由和依据').fill('法律第十条修订，处罚种类增加')
  await bureau.reload()
  // Half-written words are there after a reload.
  await expect(bureau.getByLabel('理由和依据')).toHaveValue('法律第十条修订，处罚种类增加')
  await bureau.getByRole('button', { name: '移除第 2 项' }).click()
  await bureau.getByRole('button', { name: '保存修改' }).click()
  await expect(bureau.getByText('法律第十条修订，处罚种类增加')).toBeVisible()
  await new CasePage(bureau).act('重新报送')
  await county.goto(url)
  await expect(county.getByRole('article')).toHaveCount(1)
  await new CasePage(county).act('不予调整', { 理由: '条例尚未施行' })
  await expect(county.locator('.item-head').getByText('不予调整')).toBeVisible()
})

test('nobody asks for another department, nor sees what it asked for', async ({ as, db }) => {
  const items = await makeItems(db)
  const bureau = await as('handler.environment')
  const url = await propose(bureau, items)
  const other = await as('handler.market')
  await other.goto(url)
  await expect(other.getByText('没有找到', { exact: true })).toBeVisible()
  await other.goto(`/work/catalog/changes/new?type=suspend&code=${items.codes[0]}`)
  await expect(other.getByRole('region', { name: '第 1 项' })).toBeVisible()
  await pickReason(other)
  await other.getByLabel('理由和依据').fill('不归我们的事项')
  await other.getByRole('button', { name: '提出申请' }).click()
  await expect(other.getByText('只能申请调整本部门的监管事项').first()).toBeVisible()
  const supervisor = await as('coordinator.county')
  await supervisor.goto('/work/catalog/changes/new')
  await expect(supervisor.getByRole('heading', { name: '您的角色没有这个页面的权限' })).toBeVisible()
})

test('the form and the list of claims fit a phone', async ({ as, db, expectAccessible }) => {
  const items = await makeItems(db)
  const page = await as('handler.environment', phone)
  await page.goto(`/work/catalog/changes/new?type=amend&code=${items.codes[0]}`)
  await expect(page.getByRole('region', { name: '第 1 项' })).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
  await page.goto('/work/catalog/claims?state=all')
  await expect(page.getByRole('heading', { level: 1, name: '事项认领' })).toBeVisible()
  await expectAccessible(page)
  // What is compared scrolls by itself, not the page with it.
  await propose(page, items)
  await expect(page.getByRole('article').first()).toBeVisible()
  await expectAccessible(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true)
})
