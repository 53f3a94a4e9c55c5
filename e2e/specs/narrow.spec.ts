/** 大字版 on the narrowest phones: no page of the public site is wider than the screen, and nothing on it is cut. */
import type { Page } from '@playwright/test'
import { publicPaths as paths } from '../fixtures/routes.ts'
import { expect, phone, test } from '../fixtures/test.ts'
import { FilingPage } from '../pages/filing.page.ts'

/** Elements that reach beyond the right edge, or hold more text than they show. */
const cutOff = (page: Page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth
    const isWide = document.documentElement.scrollWidth > width ? [`page ${document.documentElement.scrollWidth} > ${width}`] : []
    const faults = [...document.querySelectorAll('body *')].filter((element) => {
      const box = element.getBoundingClientRect()
      if (box.width === 0 || element.closest('.visually-hidden, .skip-link, [hidden]')) return false
      // A text box scrolls what is typed into it.
      const isClipped =
        !element.matches('input, textarea, select') &&
        getComputedStyle(element).overflowX !== 'visible' &&
        element.scrollWidth > element.clientWidth + 1
      return box.right > width + 0.5 || box.left < -0.5 || isClipped
    })
    return [...isWide, ...faults.map((element) => `${element.tagName}.${element.className}: ${(element.textContent ?? '').slice(0, 30)}`)]
  })

async function readLarge(page: Page) {
  await page.goto('/')
  await page.getByRole('button', { name: '大字版' }).click()
}

for (const width of [360, 320]) {
  const options = { ...phone, viewport: { width, height: 740 }, permissions: ['clipboard-read', 'clipboard-write'] }

  test(`no public page is wider than ${width} px in large text`, async ({ citizen }) => {
    const page = await citizen(options)
    await readLarge(page)
    for (const path of paths) {
      await page.goto(path)
      await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
      await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
      expect(await cutOff(page), path).toEqual([])
    }
  })

  test(`the form with its errors, the receipt and the looked-up case fit ${width} px in large text`, async ({ citizen }) => {
    const page = await citizen(options)
    await readLarge(page)
    const filing = new FilingPage(page)
    await filing.open()
    await filing.submitButton().click()
    await expect(page.getByRole('alert').first()).toBeFocused()
    expect(await cutOff(page)).toEqual([])
    await filing.fill({ title: '大字版窄屏下一个字也不能少'.repeat(3), subject: '名称很长的某某某某某某某某某某某某某某有限责任公司第一分公司' })
    await page.getByLabel('统一社会信用代码').fill('91310000607352621B')
    await page.getByLabel('发生日期：年').selectOption({ index: 2 })
    expect(await cutOff(page)).toEqual([])
    await page.getByLabel('统一社会信用代码').fill('')
    await page.getByLabel('发生日期：年').selectOption('')
    const code = await filing.submit()
    expect(code.replaceAll(/\s/g, '')).toMatch(/^([2-9A-HJ-NP-Z]{4}-){3}[2-9A-HJ-NP-Z]{4}$/)
    expect(await cutOff(page)).toEqual([])
    await page.getByRole('button', { name: '复制查询码' }).click()
    await expect(page.getByText('已复制')).toBeVisible()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(code)
    expect(await cutOff(page)).toEqual([])

    await page.getByRole('link', { name: '查看进度' }).click()
    const box = page.getByRole('textbox', { name: '查询码' })
    await expect(box).toHaveValue(code)
    // A text box scrolls instead of growing: the whole code has to fit.
    expect(await box.evaluate((input: HTMLInputElement) => input.scrollWidth - input.clientWidth)).toBeLessThanOrEqual(0)
    await page.getByLabel('手机号后四位').fill('5678')
    await page.getByRole('button', { name: '查询', exact: true }).click()
    await expect(page.getByRole('heading', { name: '办理经过' })).toBeVisible()
    await page.getByText('您提交的内容').click()
    expect(await cutOff(page)).toEqual([])
  })
}

test('the list of cases is no wider than a phone, however long a name is', async ({ citizen, as }) => {
  const filing = new FilingPage(await citizen())
  await filing.open()
  const [title, subject] = [`ABCDEFGHIJ${Date.now()}KLMNOPQRSTUVWXYZABCDEFGHIJ`, '名称很长的某某某某某某某某某某某某某某有限责任公司第一分公司']
  await filing.fill({ title, subject })
  await filing.submit()
  const page = await as('handler.market', phone)
  await page.goto(`/work/complaints?q=${title}`)
  await expect(page.getByRole('link', { name: title })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
})

test('a dialog is never taller than the screen: its buttons stay in sight', async ({ as }) => {
  for (const options of [{ viewport: { width: 1366, height: 600 } }, phone]) {
    const page = await as('system.admin', options)
    await page.goto('/work/admin/message-templates/complaint_filed')
    await page.getByRole('button', { name: '发布新版本' }).click()
    const dialog = page.getByRole('dialog', { name: /发布新版本/ })
    await expect(dialog.getByRole('button', { name: /^发\s*布$/ })).toBeInViewport({ ratio: 1 })
    await expect(dialog.getByRole('button', { name: /取\s*消/ })).toBeInViewport({ ratio: 1 })
    // What is further down comes into view when it is reached by the keyboard.
    await dialog.getByLabel('调整理由').focus()
    await expect(dialog.getByLabel('调整理由')).toBeInViewport({ ratio: 0.9 })
  }
})

test('the fields of the form stand apart, whatever is offered between them', async ({ citizen }) => {
  const page = await citizen()
  await new FilingPage(page).open()
  const gaps = await page.evaluate(() => {
    const fields = [...document.querySelectorAll('main .field')].filter((one) => !one.parentElement?.closest('.field, .field-row'))
    return fields.flatMap((one, i) => {
      const next = fields[i + 1]
      if (!next || next.closest('section') !== one.closest('section')) return []
      const gap = next.getBoundingClientRect().top - one.getBoundingClientRect().bottom
      return gap < 16 ? [`${next.textContent?.slice(0, 12)}: ${gap}`] : []
    })
  })
  expect(gaps).toEqual([])
})
