import { expect, it } from 'vitest'
import { dutiesOf } from './duties.ts'
import type { Findings } from './system-status.ts'

const nothing = {
  today: '2026-05-06',
  invitations: undefined,
  waiting: undefined,
  toConfirm: undefined,
  findings: undefined,
  undelivered: undefined,
  now: 0,
  years: undefined,
}
const as = (...permissions: string[]) => ({ ...nothing, may: (permission: string) => permissions.includes(permission) })
const findings = (dead: number): Findings => ({
  status: { outbox_pending: 0, outbox_oldest: null, outbox_dead: dead, recomputing: 0, provisional: 0, last_seal: null },
  jobs: [],
  failures: [],
})
const noteOf = (facts: Parameters<typeof dutiesOf>[0], key: string) => dutiesOf(facts).flatMap((one) => (one.key === key ? [one.note] : []))[0]

it('gives each administrator their own duties and nobody else any', () => {
  expect(dutiesOf(as('complaint.read', 'officer.read'))).toEqual([])
  expect(dutiesOf(as('officer.grant')).map(({ title }) => title)).toEqual(['人员管理'])
  expect(dutiesOf(as('officer.confirm')).map(({ title }) => title)).toEqual(['管理员变更'])
  expect(dutiesOf(as('audit.read')).map(({ title }) => title)).toEqual(['今日日志', '审计日志'])
  expect(dutiesOf(as('officer.invite', 'site.admin')).map(({ title }) => title)).toEqual(
    '人员管理 运行情况 工作日历 时限规则 编码字典 文书模板 站点参数 消息模板 消息'.split(' '),
  )
})

it('claims nothing that it does not know', () => {
  const known = dutiesOf(as('officer.invite', 'site.admin'))
  expect(known.filter(({ isUrgent }) => isUrgent)).toEqual([])
  expect(known.find(({ key }) => key === 'status')?.note).toBe('定时任务、事件投递')
})

it('leads to the messages that did not arrive', () => {
  const messages = (undelivered: number) => dutiesOf({ ...as('site.admin'), undelivered }).find(({ key }) => key === 'messages')
  expect(messages(0)).toMatchObject({ to: '/work/admin/messages', note: '短信和邮件的发送记录' })
  expect(messages(3)).toMatchObject({ to: '/work/admin/messages?standing=failed', note: '3 条未送达', isUrgent: true })
})

it('says what waits', () => {
  expect(noteOf({ ...as('officer.invite'), invitations: 2 }, 'officers')).toBe('2 份邀请尚未使用')
  expect(noteOf({ ...as('officer.invite'), invitations: 0 }, 'officers')).toBe('邀请和启停账号')
  expect(noteOf({ ...as('officer.grant'), waiting: 2 }, 'officers')).toBe('2 人待授权')
  expect(noteOf({ ...as('officer.grant'), waiting: 0 }, 'officers')).toBe('角色的授予和收回')
  expect(noteOf({ ...as('officer.confirm'), toConfirm: 1 }, 'changes')).toBe('1 项待您核准')
  expect(noteOf(as('officer.confirm'), 'changes')).toBe('一人申请、另一员核准')
  expect(noteOf({ ...as('site.admin'), findings: findings(0) }, 'status')).toBe('运行正常')
  expect(noteOf({ ...as('site.admin'), findings: findings(3) }, 'status')).toBe('1 项需要处理')
})

it('misses the calendar of the next year only when it can be out', () => {
  const noteOn = (today: string) => noteOf({ ...as('site.admin'), today, years: [2026] }, 'calendar')
  expect([noteOn('2026-09-30'), noteOn('2026-10-01'), noteOn('2027-01-02')]).toEqual(['放假和调休安排', '2027 年尚未公布', '2027 年尚未公布'])
})
