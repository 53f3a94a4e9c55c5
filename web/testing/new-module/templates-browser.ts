import type { ModuleFile, ModuleNames } from './names.ts'

/** The story of the flow in the browser. */
export const browserFiles = (names: ModuleNames): ModuleFile[] => [
  [`e2e/specs/${names.folder}/story.spec.ts`, head(names) + (names.hasParts ? sent(names) : finished) + end(names)],
]

const head = ({
  folder,
  title,
  hasParts,
}: ModuleNames) => `${hasParts ? `import { accountOf } from '../../fixtures/accounts.ts'\n` : ''}import { expect, test } from '../../fixtures/test.ts'
import { CasePage } from '../../pages/case.page.ts'

test('${title}: opened from the menu, ${hasParts ? 'sent with the consent of a second person, answered by the receiver' : 'taken, finished with the consent of a second person'}, closed on the list', async ({ as, expectAccessible }) => {
  const title = \`${title} \${Date.now()}\`
  const desk = await as('handler.market')
  await desk.goto('/work')
  await desk.getByRole('navigation', { name: '工作导航' }).getByText('${title}', { exact: true }).click()
  await expect(desk.getByRole('heading', { name: '${title}', level: 1, exact: true })).toBeVisible()
  await desk.getByRole('button', { name: '登记${title}' }).click()
  const dialog = desk.getByRole('dialog', { name: '登记${title}' })
  await dialog.getByLabel('标题').fill(title)
  await dialog.getByLabel('内容').fill('请核实情况并办理。')
  await expectAccessible(desk)
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(desk).toHaveURL(/\\/work\\/${folder}\\/[0-9a-f-]{36}$/)

  const handler = new CasePage(desk)
  await expect(desk.getByRole('region', { name: '基本情况' }).getByText('请核实情况并办理。')).toBeVisible()
`

const finished = `  await handler.act('开始办理')
  await expect(handler.head().getByText('承办人：周静')).toBeVisible()
  await handler.ask('办结', { 办理情况: '已经办好。' })
  await expect(desk.locator('.state-chip')).toHaveText('办理中')

  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await reviewer.decide('同意')
  await expect(reviewer.page.locator('.state-chip')).toHaveText('已办结')
  await expect(reviewer.history().getByText('周静提请，吴敏审批')).toBeVisible()
  await expectAccessible(reviewer.page)
`

const sent = ({ folder, title }: ModuleNames) => `  await handler.button('提请交办').click()
  const send = desk.getByRole('dialog', { name: '提请交办' })
  const receiverBody = accountOf('handler.environment').org
  await send.getByLabel('接收单位').fill(receiverBody)
  await desk.getByTitle(receiverBody, { exact: true }).click()
  await desk.keyboard.press('Escape')
  await send.getByRole('button', { name: '提交审核' }).click()
  await expect(handler.approval().getByText('已提请审批：交办')).toBeVisible()

  const reviewer = new CasePage(await as('reviewer.market'))
  await reviewer.openFromInbox(title, 'approval')
  await reviewer.decide('同意')
  await expect(reviewer.page.locator('.state-chip')).toHaveText('办理中')

  const receiver = new CasePage(await as('handler.environment'))
  // Whoever received it finds it in the list of the module, and not what the body sent itself.
  await receiver.page.goto('/work/${folder}')
  await expect(receiver.page.getByRole('heading', { name: '${title}', level: 1, exact: true })).toBeVisible()
  await receiver.page.getByRole('combobox', { name: '往来' }).click()
  await receiver.page.getByTitle('收到', { exact: true }).click()
  await expect(receiver.page).toHaveURL(/box=received/)
  await receiver.page.getByRole('link', { name: title }).click()
  await expect(receiver.page.getByRole('region', { name: '基本情况' }).getByText('请核实情况并办理。')).toBeVisible()
  await expectAccessible(receiver.page)
  await receiver.act('签收')

  // Who sent it goes from the whole to its part.
  const kin = desk.getByRole('region', { name: '关联事项' })
  await expect(kin.getByText('下级事项共 1 件，未办结 1 件')).toBeVisible()
  await kin.getByRole('link', { name: title }).click()
  await expect(desk.locator('.state-chip')).toHaveText('办理中')
  await receiver.act('反馈', { 反馈意见: '已经办好。' })
  await expect(desk.locator('.state-chip')).toHaveText('已反馈')
`

const end = ({ folder, title }: ModuleNames) => `
  await desk.goto(\`/work/${folder}?closed=true&q=\${encodeURIComponent(title)}\`)
  await expect(desk.getByRole('heading', { name: '${title}', level: 1, exact: true })).toBeVisible()
  const row = desk.getByRole('row').filter({ has: desk.getByRole('link', { name: title }) })
  await expect(row.getByText('已办结')).toBeVisible()
  await expectAccessible(desk)
})
`
