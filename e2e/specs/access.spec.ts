/** Who may open what, in the browser: the page, "no right", or the sign-in; never a blank. */
import { everybody, forbiddenHeading, may } from '../fixtures/accounts.ts'
import { workRoutes as routes } from '../fixtures/routes.ts'
import { expect, test } from '../fixtures/test.ts'

// Every role × every page is tried without a browser (web/app/shell/routes-by-role.test.tsx); here each role meets one
// page of either sort, another one for each.
everybody.forEach((who, n) => {
  test(`${who} sees a page of their role and is told where they have no right`, async ({ as }) => {
    const page = await as(who)
    const [allowed, forbidden] = [true, false].map((isAllowed) => routes.filter((route) => may(who, route.permission) === isAllowed))
    for (const some of [allowed, forbidden]) {
      const route = some?.[n % some.length]
      if (!route) continue
      await page.goto(route.path)
      const heading = page.locator('main').getByRole('heading', { level: 1 })
      await expect(heading, route.path).toBeVisible()
      expect(((await heading.innerText()) === forbiddenHeading) === (some === forbidden), `${who} ${route.path}: ${await heading.innerText()}`).toBe(
        true,
      )
    }
  })
})

test('nobody gets into the work site without signing in', async ({ citizen }) => {
  const page = await citizen()
  for (const route of routes) {
    await page.goto(route.path)
    await expect(page, route.path).toHaveURL(/\/sign-in/)
  }
})

test('an address that leads nowhere says so and offers a way on', async ({ citizen, as }) => {
  const page = await citizen()
  await page.goto('/no-such-page')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('没有这个页面')
  await expect(page.locator('main').getByRole('link').first()).toBeVisible()
  const work = await as('handler.market')
  for (const path of ['/work/no-such-page', '/work/complaints/00000000-0000-4000-8000-000000000000']) {
    await work.goto(path)
    await expect(work.getByText(/没有找到|没有这个页面/).first()).toBeVisible()
  }
})
