import type { Page } from '@playwright/test'

/** 查询进度. */
export class LookUpPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async look(code: string, phoneTail: string) {
    await this.page.goto('/complaint/look-up')
    await this.page.getByLabel('查询码').fill(code)
    await this.page.getByLabel('手机号后四位').fill(phoneTail)
    await this.page.getByRole('button', { name: '查询', exact: true }).click()
  }
}
