import type { Page } from '@playwright/test'

export interface Filing {
  kinds?: ('投诉' | '举报')[]
  title: string
  content?: string
  matter?: string
  wish?: string
  /** Names from 市 downwards. */
  region?: string[]
  subject?: string
  name?: string
  phone?: string
  photos?: Buffer[]
}

/** 我要投诉举报. */
export class FilingPage {
  readonly page: Page
  constructor(page: Page) {
    this.page = page
  }

  async open() {
    await this.page.goto('/complaint/new')
    await this.page.getByRole('heading', { name: '我要投诉举报' }).waitFor()
  }

  async fill(filing: Filing) {
    const { page } = this
    const kinds = filing.kinds ?? ['投诉']
    for (const kind of kinds) await page.getByRole('checkbox', { name: kind, exact: true }).check()
    await page.getByLabel('标题').fill(filing.title)
    await page.getByLabel('事情经过').fill(filing.content ?? '昨天在超市买了一箱酸奶，回家发现已经过期六天，店员只愿意退一瓶的钱。')
    if (kinds.includes('投诉')) await page.getByLabel('您的诉求').fill(filing.wish ?? '全额退款')
    await page.getByLabel('事项类别').selectOption({ label: filing.matter ?? '食品安全' })
    const levels = ['市', '县（市、区）', '乡镇（街道）']
    for (const [i, name] of (filing.region ?? ['合肥市', '庐阳区', '亳州路街道']).entries())
      await page.getByRole('combobox', { name: levels[i] ?? '', exact: true }).selectOption({ label: name })
    await page.getByLabel('被投诉举报单位名称').fill(filing.subject ?? '惠民生活超市')
    if (filing.name !== '') await page.getByRole('textbox', { name: '姓名' }).fill(filing.name ?? '张三')
    await page.getByLabel('手机号').fill(filing.phone ?? '13812345678')
    if (filing.photos) {
      await page
        .getByLabel('拍照或选择照片')
        .setInputFiles(filing.photos.map((buffer, i) => ({ name: `小票${i + 1}.png`, mimeType: 'image/png', buffer })))
      await page.getByRole('button', { name: `删除第 ${filing.photos.length} 张照片` }).waitFor()
    }
    await page.getByRole('checkbox', { name: /我已阅读并同意/ }).check()
  }

  submitButton() {
    return this.page.getByRole('button', { name: '提交', exact: true })
  }

  async submit(): Promise<string> {
    await this.submitButton().click()
    return this.code()
  }

  async code(): Promise<string> {
    const code = this.page.getByTestId('look-up-code')
    await code.waitFor()
    return (await code.innerText()).trim()
  }
}
