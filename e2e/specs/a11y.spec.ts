/** axe on every route of the manifests, on a desk and on a phone; nothing may be found. */
import type { Page } from '@playwright/test'
import { forbiddenHeading, viewersOf, type Who } from '../fixtures/accounts.ts'
import { publicPaths, workRoutes } from '../fixtures/routes.ts'
import { expect, phone, test } from '../fixtures/test.ts'
import { charactersOutsideTheTitleFace } from '../fixtures/title-face.ts'
import { FilingPage } from '../pages/filing.page.ts'
import { LookUpPage } from '../pages/look-up.page.ts'

const partOf = ({ path }: { path: string }) => path.split('/')[2] ?? 'landing'

for (const [name, options] of [
  ['desk', {}],
  ['phone', phone],
] as const) {
  test(`public pages are accessible on a ${name}`, async ({ citizen, expectAccessible }) => {
    test.setTimeout(120_000)
    const page = await citizen(options)
    for (const path of publicPaths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expectAccessible(page)
      expect(await charactersOutsideTheTitleFace(page), path).toEqual([])
    }
  })

  // A test for each part of the site: whatever modules come, none of them has to share its time.
  for (const part of new Set(workRoutes.map(partOf)))
    test(`work pages of ${part} are accessible on a ${name}`, async ({ as, expectAccessible }) => {
      test.setTimeout(180_000)
      const pages = new Map<Who, Page>()
      for (const route of workRoutes.filter((one) => partOf(one) === part))
        // The widest and the narrowest reach on a desk, where both work; one of them on the phone.
        for (const who of viewersOf(route.permission).slice(0, name === 'desk' ? 2 : 1)) {
          const page = pages.get(who) ?? (await as(who, options))
          pages.set(who, page)
          await page.goto(route.path)
          const heading = page.locator('main').getByRole('heading', { level: 1 })
          await expect(heading, route.path).toBeVisible()
          expect(await heading.innerText(), `${who} ${route.path}`).not.toBe(forbiddenHeading)
          await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
          await expectAccessible(page)
          expect(await charactersOutsideTheTitleFace(page), route.path).toEqual([])
        }
    })
}

test('large text and high contrast are accessible, and remembered', async ({ citizen, expectAccessible }) => {
  const page = await citizen(phone)
  await page.goto('/complaint/new')
  const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.body).fontSize))
  const before = await size()
  await page.getByRole('button', { name: '大字版' }).click()
  await page.getByRole('button', { name: '高对比' }).click()
  expect(await size()).toBeGreaterThan(before)
  await expectAccessible(page)
  await page.reload()
  expect(await size()).toBeGreaterThan(before)
})

test('the error summary, the receipt, the look-up page and a case are accessible', async ({ citizen, as, expectAccessible }) => {
  test.setTimeout(120_000)
  const page = await citizen(phone)
  const filing = new FilingPage(page)
  await filing.open()
  await filing.submitButton().click()
  await expect(page.getByRole('alert').first()).toBeFocused()
  await expectAccessible(page)
  // 龘 is in no fixed heading: what people write is not set in the face of the headings.
  const title = `无障碍龘 ${Date.now()}`
  await filing.fill({ title })
  const code = await filing.submit()
  await expectAccessible(page)
  await new LookUpPage(page).look(code, '5678')
  await expect(page.getByText(title)).toBeVisible()
  await expectAccessible(page)
  expect(await charactersOutsideTheTitleFace(page)).toEqual([])

  const work = await as('handler.market')
  await work.goto(`/work/inbox?box=org&q=${encodeURIComponent(title)}`)
  await work.getByRole('link', { name: title }).click()
  await expect(work.getByRole('heading', { name: title })).toBeVisible()
  await expectAccessible(work)
  expect(await charactersOutsideTheTitleFace(work)).toEqual([])
  await work.getByRole('group', { name: '办理操作' }).getByRole('button', { name: '转办' }).click()
  await expect(work.getByRole('dialog', { name: '转办' })).toBeVisible()
  await expectAccessible(work)
})

test('what the inbox says of its tabs is Chinese, also while one has the focus', async ({ as }) => {
  const page = await as('handler.market')
  await page.goto('/work/inbox')
  await page.getByRole('tab').first().focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.locator('main').ariaSnapshot()).not.toMatch(/\bTab \d+ of \d+/)
})
