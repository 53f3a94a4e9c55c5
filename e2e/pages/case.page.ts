import { expect, type Page } from '@playwright/test'

/** A case on the work site. */
export class CasePage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  /** Opens the case by its title from the inbox, as an officer does. */
  async openFromInbox(title: string) {
    await this.page.goto(`/work?q=${encodeURIComponent(title)}`)
    await this.page.getByRole('link', { name: title }).click()
    await expect(this.page.getByRole('heading', { name: title })).toBeVisible()
  }

  /** Takes an action and fills what it asks for, by label. */
  async act(action: string, fields: Record<string, string> = {}, choices: Record<string, string> = {}) {
    await this.page.getByRole('group', { name: '办理操作' }).getByRole('button', { name: action, exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: action })
    for (const [label, option] of Object.entries(choices)) {
      await dialog.getByLabel(label).click()
      await this.page.getByTitle(option, { exact: true }).click()
    }
    for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text)
    await dialog.getByRole('button', { name: `确认${action}` }).click()
    await expect(dialog).toBeHidden()
  }
}
