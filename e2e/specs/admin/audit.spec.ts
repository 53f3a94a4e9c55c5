import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { dataDir, root } from '../../settings.ts'
import { accountOf } from '../../fixtures/accounts.ts'
import { expect, test } from '../../fixtures/test.ts'

const seals = async (command: 'keep' | 'verify') => {
  const { stdout } = await promisify(execFile)(process.execPath, ['supabase/seals/main.ts', command, '--json'], {
    cwd: root,
    env: { ...process.env, DATA_DIR: dataDir },
  })
  return JSON.parse(stdout) as { seals: number; kept: number; faults: string[]; last: { id: number } | null }
}

test('a refused password is on record for an account that is there, and told apart from one that is not by nothing', async ({ as, db, request }) => {
  const { email } = accountOf('handler.market')
  const before = (await db.query(`select count(*)::int as n from private.audit_log where op = 'refused' and table_name = 'auth.users'`)).rows[0] as {
    n: number
  }
  const guess = async (address: string) => {
    const response = await request.post('/auth/v1/token?grant_type=password', {
      headers: { apikey: 'sb_publishable_embedded' },
      data: { email: address, password: 'Wrong-guess-1' },
    })
    return { status: response.status(), body: await response.text() }
  }
  expect(await guess(email)).toEqual(await guess('nobody@example.cn'))
  const { rows } = await db.query(
    `select l.actor, f.name from private.audit_log l join public.officers f on f.id::text = l.row_key where l.op = 'refused' and l.table_name = 'auth.users' order by l.id offset $1`,
    [before.n],
  )
  expect(rows).toEqual([{ actor: 'system:auth', name: '周静' }])
  const page = await as('audit.admin')
  await page.goto('/work/admin/audit?table=auth.users')
  await expect(page.locator('main').getByRole('listitem').filter({ hasText: '拒绝' }).filter({ hasText: '周静' }).first()).toBeVisible()
})

test('an audit administrator reads the log in words, narrows it, takes it away and checks its seals', async ({ as }) => {
  const page = await as('audit.admin')
  await page.goto('/work/admin/audit')
  const entries = page.locator('main').getByRole('listitem')
  await expect(entries.first()).toBeVisible()
  await page.getByRole('button', { name: '核对封存' }).click()
  await expect(page.getByRole('status').getByText(/已核对 \d+ 号封存、\d+ 条日志，全部一致/)).toBeVisible()

  const days = page.locator('.date-range input')
  await days.first().click()
  await days.first().fill('2099-01-01')
  await page.keyboard.press('Enter')
  await days.last().fill('2099-01-31')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await page.getByRole('button', { name: '核对封存' }).click()
  await expect(page.getByRole('status').getByText(/这段时间没有封存/)).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).click()

  await page.getByPlaceholder('操作人姓名或标识').fill('没有这个人')
  await page.keyboard.press('Enter')
  await expect(page.getByText('没有符合条件的记录')).toBeVisible()
  await page.getByRole('button', { name: '清除条件' }).click()
  await expect(entries.first()).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出' }).first().click()
  await page.getByRole('menuitem', { name: /文本表格/ }).click()
  expect((await download).suggestedFilename()).toMatch(/^审计日志-.*\.csv$/)
})

test('the log of the fullest tables shows neither codes nor whole ids', async ({ as }) => {
  const page = await as('audit.admin')
  const entries = page.locator('main').getByRole('listitem')
  for (const table of [
    'complaint_cases',
    'complaint_answers',
    'complaint_ratings',
    'work_items',
    'work_terms',
    'deadline_rules',
    'officer_role_permissions',
  ]) {
    await page.goto(`/work/admin/audit?table=public.${table}`)
    await expect(entries.first(), table).toBeVisible()
    const said = (await page.locator('main').getByRole('list').allInnerTexts()).join('\n')
    // Dotted names of fields and codes, words with an underscore, and an id beyond its first eight characters.
    expect(said.match(/\b[a-z]+[_.][a-z_]+\b|[0-9a-f]{8}-[0-9a-f]{4}-\S*/g) ?? [], table).toEqual([])
  }
})

test('the copy of the seals outside the database is kept while the system runs, and fits', async () => {
  await expect(async () => {
    const { last } = await seals('keep')
    const { seals: sealed, kept, faults } = await seals('verify')
    expect(faults).toEqual([])
    expect(sealed).toBeGreaterThan(0)
    expect(kept).toBe(last?.id)
  }).toPass()
})
