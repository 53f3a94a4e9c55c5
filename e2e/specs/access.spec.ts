/** Every role × every route of the manifests: the page, "no right", or the sign-in; never a blank. */
import { everybody, forbiddenHeading, may } from '../fixtures/accounts.ts'
import { workRoutes as routes } from '../fixtures/routes.ts'
import { expect, test } from '../fixtures/test.ts'

for (const who of everybody) {
  test(`${who} sees the pages of their role and is told where they have no right`, async ({ as }) => {
    const page = await as(who)
    for (const route of routes) {
      const isAllowed = may(who, route.permission)
      await page.goto(route.path)
      const heading = page.locator('main').getByRole('heading', { level: 1 })
      await expect(heading, route.path).toBeVisible()
      expect(((await heading.innerText()) === forbiddenHeading) === !isAllowed, `${who} ${route.path}: ${await heading.innerText()}`).toBe(true)
    }
  })
}

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
