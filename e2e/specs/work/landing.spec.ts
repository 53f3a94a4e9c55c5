/** 工作台: where the day of every role begins. */
import { everybody } from '../../fixtures/accounts.ts'
import { expect, phone, test } from '../../fixtures/test.ts'
import { LandingPage } from '../../pages/landing.page.ts'

const whole = (text: string | undefined) => Number((text ?? '').replaceAll(/\D/g, ''))

for (const who of ['handler.market', 'reviewer.market', 'lead.market', 'coordinator.county', 'leader.top'] as const)
  test(`every number before ${who} is the number of rows it leads to`, async ({ as }) => {
    const page = await as(who)
    const landing = new LandingPage(page)
    await landing.open()
    const groups = who === 'leader.top' ? ['跟进'] : ['本单位', '跟进']
    let seen = 0
    for (const group of groups) {
      for (const text of await landing.numbersIn(group)) {
        const [, title = '', count] = /^(.+) ([\d,]+)$/.exec(text) ?? []
        await landing.group(group).getByRole('link', { name: text, exact: true }).click()
        await expect(page.getByRole('heading', { level: 1 })).toHaveText('待办事项')
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
        const total = await page.getByText(/^共 [\d,]+ 条$/).innerText()
        expect(whole(total), `${who} ${title}`).toBe(whole(count))
        seen += 1
        await page.goBack()
        await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      }
    }
    expect(seen).toBeGreaterThan(0)
  })

test('a handler sees no figures and no administration, opens what is due first, and comes back', async ({ as }) => {
  const page = await as('handler.market')
  const asked: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('_figures')) asked.push(request.url())
  })
  const landing = new LandingPage(page)
  await landing.open()
  await expect(page.getByRole('region', { name: /统计|系统管理/ }).and(page.locator('main section'))).toHaveCount(0)
  expect(asked).toEqual([])
  const rows = page.getByRole('region', { name: /^(本人|本单位)待办$/ }).getByRole('row')
  await rows.getByRole('link').first().click()
  await page.getByRole('navigation', { name: '所在位置' }).getByRole('link', { name: '工作台' }).click()
  await expect(page).toHaveURL(/\/work$/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('工作台')
})

test('a leader begins with the figures, which lead to their rows and to their page', async ({ as }) => {
  const page = await as('leader.top')
  const landing = new LandingPage(page)
  await landing.open()
  await expect(landing.group('本单位')).toHaveCount(0)
  const figures = page.locator('main').getByRole('region', { name: '投诉举报统计' })
  const received = figures.getByRole('link', { name: /^收到 / })
  const count = whole(await received.innerText())
  expect(count).toBeGreaterThan(0)
  await received.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('投诉举报')
  await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible()
  await page.goBack()
  await figures.getByRole('link', { name: '查看统计' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('投诉举报统计')
})

for (const [who, titles] of [
  ['system.admin', ['人员管理', '管理员变更', '运行情况', '工作日历', '时限规则', '编码字典', '文书模板', '站点参数', '消息模板', '消息']],
  ['security.admin', ['人员管理', '管理员变更']],
  ['audit.admin', ['管理员变更', '今日日志', '审计日志']],
] as const)
  test(`${who} begins with their duties and has no desk`, async ({ as }) => {
    const page = await as(who)
    const landing = new LandingPage(page)
    await landing.open()
    await expect(page.locator('main').getByRole('region')).toHaveCount(1)
    const tiles = page.locator('main').getByRole('region', { name: '系统管理' }).getByRole('link')
    expect((await tiles.allInnerTexts()).map((text) => text.split(/\s/)[0])).toEqual(titles)
    for (const [at, title] of titles.entries()) {
      await tiles.nth(at).click()
      await expect(page.locator('main').getByRole('heading', { level: 1 })).toHaveText(title === '今日日志' ? '审计日志' : title)
      await page.goBack()
    }
  })

test('the keyboard goes from the menu through the numbers to the rows', async ({ as }) => {
  const page = await as('lead.market')
  const landing = new LandingPage(page)
  await landing.open()
  const own = page.locator('main').getByRole('link')
  await own.first().focus()
  for (const at of [1, 2, 3]) {
    await page.keyboard.press('Tab')
    await expect(own.nth(at)).toBeFocused()
  }
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('待办事项')
})

for (const [name, options] of [
  ['desk', {}],
  ['phone', phone],
] as const)
  for (const who of everybody)
    test(`the landing page of ${who} is accessible, keeps its place and fits a ${name}`, async ({ as, expectAccessible }) => {
      const page = await as(who, options)
      await page.addInitScript(() => {
        const seen = { shift: 0 }
        Object.assign(window, { seen })
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries() as (PerformanceEntry & { value: number; hadRecentInput: boolean })[])
            if (!entry.hadRecentInput) seen.shift += entry.value
        }).observe({ type: 'layout-shift', buffered: true })
      })
      await new LandingPage(page).open()
      expect(await page.evaluate(() => (window as unknown as { seen: { shift: number } }).seen.shift)).toBeLessThan(0.02)
      expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0)
      await expectAccessible(page)
    })
