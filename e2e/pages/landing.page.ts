import type { Page } from '@playwright/test'
import { expect } from '../fixtures/test.ts'

export class LandingPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open() {
    await this.page.goto('/work')
    await expect(this.page.getByRole('heading', { level: 1 })).toHaveText('工作台')
    await expect(this.page.locator('main [aria-busy="true"]')).toHaveCount(0)
  }

  group = (name: string) => this.page.getByRole('region', { name, exact: true })

  /** Those that lead somewhere, as `title number`. */
  async numbersIn(group: string): Promise<string[]> {
    return (await this.group(group).getByRole('list').getByRole('link').allInnerTexts()).map((text) => text.replace(/\s+/g, ' '))
  }
}
