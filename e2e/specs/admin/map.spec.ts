/** 标准地图: the operator's own map in the place of the schematic one, with its review number. */
import { expect, test } from '../../fixtures/test.ts'

// A city that no other test draws: the map stays.
const codes = ['340202', '340207', '340209', '340210', '340212', '340223', '340271', '340272', '340281']
const square = (index: number, size = 0.3) => {
  const [lon, lat] = [116.8 + (index % 3) * size, 31.2 + Math.floor(index / 3) * size]
  return [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ]
}
// Squares: no outline of anything that there is.
const mapOf = (adcodes: readonly string[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: adcodes.map((adcode, index) => ({
      type: 'Feature',
      properties: { adcode },
      geometry: { type: 'Polygon', coordinates: [square(index)] },
    })),
  })
const file = (content: string) => ({ name: 'map.json', mimeType: 'application/json', buffer: Buffer.from(content) })

test('an administrator uploads a map, which is then drawn with its review number', async ({ as, expectAccessible }) => {
  const page = await as('system.admin')
  await page.goto('/work/admin/site')
  const section = page.getByRole('region', { name: '标准地图' })
  await section.getByRole('combobox', { name: '地图所在区划' }).click()
  await page.getByRole('menuitemcheckbox', { name: '芜湖市' }).click()
  await page.keyboard.press('Escape')
  await section.getByLabel('审图号').fill('皖S（2026）1号')
  await section.getByLabel('编制单位').fill('演示用地图编制单位')
  await section.getByLabel('调整理由').fill('启用标准地图')
  await section.getByLabel('地图文件').setInputFiles(file(mapOf(['420102'])))
  await section.getByRole('button', { name: '上传并发布' }).click()
  await expect(section.getByText('区划代码 420102 不是所选区划的下级地区，请核对区划或文件')).toBeVisible()
  await section.getByLabel('地图文件').setInputFiles(file(mapOf(codes)))
  await section.getByRole('button', { name: '上传并发布' }).click()
  await expect(section.getByText('芜湖市：审图号 皖S（2026）1号，编制单位 演示用地图编制单位')).toBeVisible()
  await expectAccessible(page)

  const leader = await as('leader.top')
  await leader.goto('/work/complaints/figures?region=340200000')
  await expect(leader.getByText('审图号：皖S（2026）1号　编制单位：演示用地图编制单位')).toBeVisible()
  await leader
    .getByRole('group', { name: /^各地区收到地图/ })
    .getByRole('link', { name: /^镜湖区/ })
    .click()
  await expect(leader).toHaveURL(/region=340202000/)
})
