import type { ModuleFile, ModuleNames } from './names.ts'

/** The pages without a network: failure and emptiness first. */
export function screenTestFiles(names: ModuleNames): ModuleFile[] {
  const { folder } = names
  return [
    [`web/features/${folder}/pages/record-list-page.test.tsx`, listTest(names)],
    [`web/features/${folder}/pages/record-page.test.tsx`, pageTest(names, 'record')],
    ...(names.hasParts ? ([[`web/features/${folder}/pages/part-page.test.tsx`, pageTest(names, 'part')]] as const) : []),
  ]
}

const listTest = ({ folder, prefix, title, hasParts }: ModuleNames) => `// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { useLocation } from 'react-router'
import { beforeEach, expect, it, vi } from 'vitest'
import { AppError } from '@/shared/errors/app-error.ts'
import { makeSession } from '@/testing/make-session.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { RecordRow } from '../model/record.ts'
import RecordListPage from './record-list-page.tsx'

const records = scripted<{ rows: RecordRow[]; count: number }>()
const opened = vi.hoisted(() => vi.fn<(values: object) => Promise<string>>())
vi.mock('../api/list-records.ts', () => ({ recordRows: () => ({ page: records.read, stretch: () => Promise.resolve([]) }) }))
vi.mock('../api/open-record.ts', () => ({ useOpenRecord: () => ({ mutateAsync: opened }) }))
vi.mock('@/widgets/work-list/api/views.ts', () => ({ viewsQuery: () => ({ queryKey: ['views'], queryFn: () => Promise.resolve([]) }) }))
vi.mock('@/widgets/work-list/api/count-states.ts', () => ({
  stateCountsQuery: () => ({ queryKey: ['counts'], queryFn: () => Promise.resolve({ open: 7 }) }),
}))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({
  statesQuery: () => ({ queryKey: ['states'], queryFn: () => Promise.resolve([{ state: 'open', label: '待办理', is_open: true }]) }),
}))
vi.mock('@/shared/http/rest.ts', () => ({ restGet: () => Promise.resolve([]) }))

const row: RecordRow = {
  id: '00000000-0000-4000-8000-0000000000c1',
  item_id: '00000000-0000-4000-8000-0000000000e1',
  no: 'M20261121000001',
${hasParts ? `  box: 'sent',\n` : ''}  title: '第一件',
  org_id: makeSession().org_id,
  org_name: '瑶海区市场监督管理局',
  region_name: '安徽省合肥市瑶海区',
  handler_id: null,
  handler_name: null,
  state: 'open',
  state_label: '待办理',
  light: 'green',
  is_open: true,
  is_supervised: true,
  due_at: '2099-12-01T15:59:59Z',
  due_is_provisional: false,
  workdays_left: 5,
  created_at: '2026-11-21T08:00:00Z',
}
const session = makeSession({ permissions: ['${prefix}.read', '${prefix}.handle'] })
${hasParts ? `const item = '00000000-0000-4000-8000-0000000000c2'\n` : ''}
beforeEach(() => {
  localStorage.clear()
  sessionStorage.clear()
  opened.mockReset()
  records.give({ rows: [row], count: 1 })
})

it('offers no opening and no picking to whoever only reads', async () => {
  renderPage(<RecordListPage />, { session: makeSession({ permissions: ['${prefix}.read'] }) })
  await screen.findByRole('link', { name: /第一件/ })
  expect(screen.queryByRole('button', { name: '登记${title}' })).toBeNull()
  expect(screen.queryByRole('checkbox', { name: '全选本页' })).toBeNull()
})

it('fails with a retry, and tells an empty desk from an empty search', async () => {
  records.fail()
  const failed = renderPage(<RecordListPage />, { session })
  expect(await screen.findByRole('button', { name: '重新加载' })).toBeTruthy()
  failed.unmount()
  records.give({ rows: [], count: 0 })
  const empty = renderPage(<RecordListPage />, { session })
  expect(await screen.findByText('本单位暂无${title}')).toBeTruthy()
  empty.unmount()
  renderPage(<RecordListPage />, { session, at: '/?q=没有' })
  expect(await screen.findByText('没有符合条件的${title}')).toBeTruthy()
})

it('leads to the record, and says how many wait in a state', async () => {
  renderPage(<RecordListPage />, { session })
  const link = await screen.findByRole('link', { name: /第一件/ })
  expect(link.getAttribute('href')).toBe(\`/work/${folder}/\${row.id}\`)
  expect(screen.getByText('督')).toBeTruthy()
  expect(await screen.findByRole('tab', { name: '待办理 7' })).toBeTruthy()
  expect(screen.getByRole('checkbox', { name: '全选本页' })).toBeTruthy()
})

${
  hasParts
    ? `it('tells what was received from what was sent, and leads to it', async () => {
  records.give({ rows: [row, { ...row, id: item, title: '第二件', box: 'received' }], count: 2 })
  renderPage(<RecordListPage />, { session, at: '/?box=received' })
  const link = await screen.findByRole('link', { name: /第二件/ })
  expect(link.getAttribute('href')).toBe(\`/work/${folder}/parts/\${item}\`)
  expect(screen.getByText(/^收到 M/)).toBeTruthy()
  expect(screen.getByText(/^发出 M/)).toBeTruthy()
})

`
    : ''
}it('asks for what is missing, keeps what was refused, and leads to what was opened', async () => {
  opened.mockRejectedValueOnce(new AppError({ kind: 'invalid', messageKey: '${prefix}.title', message: '标题不合适', field: 'title' }))
  opened.mockResolvedValueOnce(row.id)
  const Place = () => <output>{useLocation().pathname}</output>
  renderPage(
    <>
      <RecordListPage />
      <Place />
    </>,
    { session },
  )
  await userEvent.click(screen.getByRole('button', { name: '登记${title}' }))
  const send = async () => userEvent.click(await screen.findByRole('button', { name: /^登\\s?记$/ }))
  await send()
  expect(await screen.findByText('请填写标题')).toBeTruthy()
  expect(opened).not.toHaveBeenCalled()
  await userEvent.type(screen.getByLabelText('标题'), '第二件')
  await userEvent.type(screen.getByLabelText('内容'), '请办理')
  await send()
  expect(await screen.findByText('标题不合适')).toBeTruthy()
  await send()
  expect(opened).toHaveBeenLastCalledWith({ title: '第二件', content: '请办理' })
  expect(await screen.findByText(\`/work/${folder}/\${row.id}\`)).toBeTruthy()
})
`

const pageTest = ({ folder, prefix, title }: ModuleNames, one: 'record' | 'part') => {
  const isPart = one === 'part'
  const [Page, Type] = isPart ? ['PartPage', 'Part'] : ['RecordPage', 'RecordFile']
  const kind = isPart ? `${prefix}_part` : prefix
  return `// @vitest-environment jsdom
import { screen, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { makeAction } from '@/testing/make-action.ts'
import { makeItem } from '@/testing/make-item.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { ${Type} } from '../model/${one}.ts'
import ${Page} from './${one}-page.tsx'

const ${one} = scripted<${isPart ? Type : `Pick<${Type}, 'id' | 'item_id' | 'content' | 'created_at'>`}>()
const item = makeItem({ kind: '${kind}', title: '第一件', state: 'working', state_label: '办理中' })
const empty = vi.hoisted(() => (key: string) => ({ queryKey: [key], queryFn: () => Promise.resolve([]) }))
vi.mock('../api/get-${one}.ts', () => ({ ${one}Query: (id: string) => ({ queryKey: [id], queryFn: ${one}.read }) }))
vi.mock('@/shared/supabase/realtime.ts', () => ({ useTopic: () => {} }))
vi.mock('@/entities/work-item/api/get-item.ts', () => ({ itemQuery: () => ({ queryKey: ['item'], queryFn: () => Promise.resolve(item) }) }))
vi.mock('@/entities/work-item/api/list-actions.ts', () => ({
  actionsQuery: () => ({ queryKey: ['actions'], queryFn: () => Promise.resolve([makeAction({ action: 'work', label: '下一步' })]) }),
}))
vi.mock('@/entities/work-item/api/list-events.ts', () => ({ eventsQuery: () => empty('events'), termsQuery: () => empty('terms') }))
vi.mock('@/entities/work-item/api/list-approvals.ts', () => ({ approvalsQuery: () => empty('approvals') }))
vi.mock('@/entities/work-item/api/list-relatives.ts', () => ({ relativesQuery: () => empty('relatives') }))
vi.mock('@/entities/work-item/api/list-states.ts', () => ({ statesQuery: () => empty('states') }))
vi.mock('@/entities/code/api/list-codes.ts', () => ({ codesQuery: () => empty('codes') }))
vi.mock('@/entities/attachment/api/list-attachments.ts', () => ({ attachmentsQuery: () => empty('files') }))
vi.mock('@/entities/attachment/api/may-add.ts', () => ({
  mayAddAttachmentQuery: () => ({ queryKey: ['may'], queryFn: () => Promise.resolve(false) }),
}))

const at = { at: \`/work/${folder}/\${item.record_id}\`, path: '/work/${folder}/:id' }

it('says that it is hidden or gone', async () => {
  ${one}.hide()
  renderPage(<${Page} />, at)
  expect(await screen.findByText('找不到这一件')).toBeTruthy()
})

it('shows what it is about and what can be done, and leads back to the list', async () => {
  ${one}.give({ id: item.record_id, item_id: item.id, content: '请于月底前办理', created_at: '2026-11-21T08:00:00Z' })
  renderPage(<${Page} />, at)
  expect(await screen.findByRole('heading', { name: '第一件', level: 1 })).toBeTruthy()
  const facts = within(screen.getByRole('region', { name: '基本情况' }))
  expect(facts.getByText('请于月底前办理')).toBeTruthy()
  expect(facts.getByText('2026-11-21 16:00')).toBeTruthy()
  expect(await screen.findByRole('button', { name: '下一步' })).toBeTruthy()
  expect(screen.getByRole('link', { name: '${title}' }).getAttribute('href')).toBe('/work/${folder}')
})
`
}
