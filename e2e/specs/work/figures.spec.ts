/** 统计: the map and the drawings lead to the rows that they count. */
import { expect, phone, test } from '../../fixtures/test.ts'
import { LandingPage } from '../../pages/landing.page.ts'

const whole = (text: string | null | undefined) => Number(/(\d[\d,]*)\s*件?$/.exec(text ?? '')?.[1]?.replaceAll(',', '') ?? Number.NaN)

for (const [size, options] of [
  ['a desk', {}],
  ['a phone', phone],
] as const)
  test(`a leader goes from the map on the landing page down to the rows, on ${size}`, async ({ as, expectAccessible }) => {
    const page = await as('leader.top', options)
    await new LandingPage(page).open()
    await expectAccessible(page)
    const landingMap = page.getByRole('group', { name: /^各地区收到示意图/ })
    await landingMap.getByRole('link', { name: /^合肥市/ }).click()
    await expect(page).toHaveURL(/figures\?region=340100000$/)
    const trail = page.getByRole('navigation', { name: '地图所在地区' })
    await expect(trail.getByRole('listitem')).toHaveText(['安徽省', '合肥市'])
    const map = page.getByRole('group', { name: /^各地区收到示意图/ })
    await map.getByRole('link', { name: /^庐阳区/ }).press('Enter')
    await expect(trail.getByRole('listitem')).toHaveText(['安徽省', '合肥市', '庐阳区'])
    await expect(page.getByText('没有这些地区的中心坐标，按代码顺序排列，不表示方位。')).toBeVisible()
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await expectAccessible(page)
    const town = map.getByRole('link', { name: /[1-9]\d*件$/ }).first()
    const count = whole(await town.getAttribute('aria-label'))
    await town.click()
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('投诉举报')
    await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible()
    await page.goBack()
    await trail.getByRole('link', { name: '安徽省' }).click()
    await expect(page.getByRole('link', { name: /^合肥市\d+件$/ })).toBeVisible()
  })

test('arrow keys go from place to place, and the table says what the map shows', async ({ as }) => {
  const page = await as('leader.top')
  await page.goto('/work/complaints/figures')
  const map = page.getByRole('group', { name: /^各地区收到示意图/ })
  await map.getByRole('link', { name: /^合肥市/ }).focus()
  await page.keyboard.press('ArrowLeft')
  await expect(map.getByRole('link', { name: /^六安市/ })).toBeFocused()
  const said = await map.getByRole('link', { name: /^合肥市/ }).getAttribute('aria-label')
  await page.getByRole('group', { name: '各地区收到的显示方式' }).getByRole('button', { name: '表' }).click()
  const row = page.getByRole('region', { name: '各地区收到' }).getByRole('row', { name: /^合肥市/ })
  await expect(row.getByRole('cell')).toHaveText([String(whole(said))])
})

test('who is late is named with the rows, and so is what most of it is about', async ({ as }) => {
  const page = await as('leader.top')
  await new LandingPage(page).open()
  const late = page.getByRole('list', { name: '超期在办最多的单位' }).getByRole('link').first()
  const count = whole(await late.innerText())
  await late.click()
  await expect(page.getByText(`共 ${count} 条`, { exact: true })).toBeVisible()
  await page.goto('/work/complaints/figures')
  await page.getByRole('group', { name: '收到最多的事项（件）的显示方式' }).getByRole('button', { name: '表' }).click()
  const matter = page.getByRole('region', { name: '收到最多的事项（件）' }).getByRole('row').nth(1).getByRole('link').first()
  const matters = whole(await matter.innerText())
  await matter.click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('投诉举报')
  await expect(page.getByText(`共 ${matters} 条`, { exact: true })).toBeVisible()
})
