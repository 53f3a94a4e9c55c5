import { randomUUID } from 'node:crypto'
import { expect, phone, test } from '../../fixtures/test.ts'
import { FilingPage } from '../../pages/filing.page.ts'

const count = `select count(*)::int as n from public.complaint_cases where title = $1`

test('a double click files one complaint', async ({ citizen, db }) => {
  const title = `双击 ${randomUUID()}`
  const filing = new FilingPage(await citizen(phone))
  await filing.open()
  await filing.fill({ title })
  await filing.submitButton().dblclick()
  await filing.code()
  expect((await db.query(count, [title])).rows[0].n).toBe(1)
})

test('a lost answer and a second try file one complaint and give the same code', async ({ citizen, db }) => {
  const title = `丢失应答 ${randomUUID()}`
  const page = await citizen(phone)
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title })
  let lostCode = ''
  await page.route('**/functions/v1/file-complaint', async (route) => {
    if (route.request().method() !== 'POST' || lostCode) return route.fallback()
    const response = await route.fetch()
    lostCode = ((await response.json()) as { code: string }).code
    await route.abort('connectionreset')
  })
  await filing.submitButton().click()
  await expect(page.getByRole('alert').first()).toBeVisible()
  expect(lostCode).not.toBe('')
  await filing.submitButton().click()
  expect(await filing.code()).toBe(lostCode)
  expect((await db.query(count, [title])).rows[0].n).toBe(1)
})

test('the draft survives a reload', async ({ citizen }) => {
  const page = await citizen(phone)
  const filing = new FilingPage(page)
  await filing.open()
  await filing.fill({ title: '草稿标题' })
  await expect(page.getByText('草稿已保存')).toBeVisible()
  const town = await page.getByRole('combobox', { name: '乡镇（街道）', exact: true }).inputValue()
  await page.reload()
  await expect(page.getByLabel('标题')).toHaveValue('草稿标题')
  await expect(page.getByLabel('被投诉举报单位名称')).toHaveValue('惠民生活超市')
  await expect(page.getByRole('combobox', { name: '乡镇（街道）', exact: true })).toHaveValue(town)
})

test('an incomplete form names every field, and the summary leads to it', async ({ citizen }) => {
  const page = await citizen(phone)
  const filing = new FilingPage(page)
  await filing.open()
  await filing.submitButton().click()
  const summary = page.getByRole('alert').first()
  await expect(summary).toBeFocused()
  await summary.getByRole('link').first().click()
  await expect(page.getByRole('checkbox', { name: '投诉', exact: true })).toBeFocused()
  await page.getByLabel('统一社会信用代码').fill('91310000607352621B')
  await expect(page.getByText('校验位不正确，仍可提交，承办单位会核实')).toBeVisible()
})

test('a whole complaint can be filed by keyboard alone', async ({ citizen, db }) => {
  const title = `键盘 ${randomUUID()}`
  const page = await citizen()
  await new FilingPage(page).open()
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 60; i += 1) {
      await page.keyboard.press('Tab')
      const label = await page.evaluate(() => {
        const element = document.activeElement
        if (!(element instanceof HTMLElement) || element === document.body) return ''
        const labels =
          element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement
            ? element.labels
            : null
        return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? ''
      })
      if (name.test(label)) return
    }
    throw new Error(`Tab never reached ${String(name)}`)
  }
  await tabTo(/^投诉$/)
  await page.keyboard.press('Space')
  await tabTo(/标题/)
  await page.keyboard.type(title.slice(0, 60))
  await tabTo(/事情经过/)
  await page.keyboard.type('昨天在超市买了一箱过期酸奶，店员不肯退款。')
  await tabTo(/您的诉求/)
  await page.keyboard.type('退款')
  await tabTo(/事项类别/)
  await page.keyboard.press('ArrowDown')
  await tabTo(/^市$/)
  await page.keyboard.press('ArrowDown')
  await page.getByRole('combobox', { name: '县（市、区）' }).waitFor()
  await tabTo(/^县（市、区）$/)
  await page.keyboard.press('ArrowDown')
  await tabTo(/单位名称/)
  await page.keyboard.type('惠民生活超市')
  await tabTo(/姓名/)
  await page.keyboard.type('张三')
  await tabTo(/手机号/)
  await page.keyboard.type('13812345678')
  await tabTo(/我已阅读并同意/)
  await page.keyboard.press('Space')
  await tabTo(/^提交$/)
  await page.keyboard.press('Enter')
  await page.getByTestId('look-up-code').waitFor()
  expect((await db.query(count, [title.slice(0, 60)])).rows[0].n).toBe(1)
})
