import { expect, type Page } from '@playwright/test'

/** A case on the work site. */
export class CasePage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens the case by its title from the inbox of the body, as an officer does. */
  async openFromInbox(title: string, box = 'org') {
    await this.page.goto(`/work/inbox?box=${box}&q=${encodeURIComponent(title)}`)
    await this.page.getByRole('link', { name: title }).click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
  }

  button(action: string) {
    return this.page.getByRole('group', { name: '办理操作' }).getByRole('button', { name: action, exact: true })
  }

  /** What it is, how it stands, who has it. */
  head() {
    return this.page.locator('.item-head')
  }

  approval() {
    return this.page.locator('.approval-card')
  }

  history() {
    return this.page.locator('.events')
  }

  /** Takes an action and fills what it asks for, by label. */
  async act(action: string, fields: Record<string, string> = {}, choices: Record<string, string> = {}) {
    await this.button(action).click()
    const dialog = this.page.getByRole('dialog', { name: action })
    for (const [label, option] of Object.entries(choices)) {
      await dialog.getByLabel(label).click()
      await this.page.getByTitle(option, { exact: true }).click()
    }
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text)
    await dialog.getByRole('button', { name: action.startsWith('提请') ? '提交审核' : `确认${action}` }).click()
    await expect(dialog).toBeHidden()
  }

  /** What needs a second person is only asked for. */
  async ask(action: string, fields: Record<string, string> = {}, choices: Record<string, string> = {}) {
    await this.act(`提请${action}`, fields, choices)
    await expect(this.page.getByText('已提请审批，等待审核人办理')).toBeVisible()
    await expect(this.approval().getByText(`已提请审批：${action}`)).toBeVisible()
  }

  /** The second person agrees, or gives it back with a reason. */
  async decide(verb: '同意' | '退回修改', reason = '') {
    await this.approval().getByRole('button', { name: verb, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: verb })
    if (reason) await dialog.getByLabel(verb === '同意' ? '审批意见（选填）' : '退回意见').fill(reason)
    await dialog.getByRole('button', { name: `确认${verb}` }).click()
    await expect(dialog).toBeHidden()
  }
}
