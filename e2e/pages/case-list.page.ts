import type { Page } from '@playwright/test'

/** 投诉举报 on the work site. */
export class CaseListPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async find(text: string, filter = '') {
    await this.page.goto(`/work/complaints?q=${encodeURIComponent(text)}${filter}`)
    await this.page.getByRole('heading', { name: '投诉举报', exact: true }).waitFor()
  }

  row(title: string) {
    return this.page.getByRole('row').filter({ has: this.page.getByRole('link', { name: title }) })
  }

  async pick(...titles: string[]) {
    for (const title of titles) await this.page.getByRole('checkbox', { name: `选择${title}`, exact: true }).check()
  }

  /** Opens the dialog of something done to all that are picked. */
  async batch(action: string) {
    await this.page.getByRole('group', { name: '批量办理' }).getByRole('button', { name: action }).click()
    return this.page.getByRole('dialog', { name: action })
  }
}
