import type { Tile } from '@/shared/ui/tiles.tsx'
import { adminPaths } from '../paths.ts'
import { manageOfficers } from './manage-officers.ts'
import { warningsOf, type Findings } from './system-status.ts'

interface DutyFacts {
  may: (permission: string) => boolean
  today: string
  /** Not known, or not for this person to know: undefined. */
  invitations: number | undefined
  /** Accounts without a role, and changes that this person may decide. */
  waiting: number | undefined
  toConfirm: number | undefined
  findings: Findings | undefined
  /** Messages of the last week that did not arrive. */
  undelivered: number | undefined
  now: number
  years: readonly number[] | undefined
}

const lastMonths = 10

/** The arrangement of holidays comes out in the autumn; before, nobody can publish it. */
function calendarNote(years: readonly number[] | undefined, today: string) {
  const year = Number(today.slice(0, 4))
  const wanted = Number(today.slice(5, 7)) >= lastMonths ? [year, year + 1] : [year]
  const missing = years && wanted.filter((one) => !years.includes(one))
  return missing?.length ? { note: `${missing.join('、')} 年尚未公布`, isUrgent: true } : { note: '放假和调休安排' }
}

function statusNote(findings: Findings | undefined, now: number) {
  const warnings = findings && warningsOf(findings, now)
  if (!warnings) return { note: '定时任务、事件投递' }
  return warnings.length > 0 ? { note: `${warnings.length} 项需要处理`, isUrgent: true } : { note: '运行正常' }
}

/** A tile for each page of the administration that this person may open. */
export function dutiesOf({ may, today, invitations, waiting, toConfirm, findings, undelivered, now, years }: DutyFacts): readonly Tile[] {
  const tile = (key: string, title: string, to: string, rest: Pick<Tile, 'note' | 'isUrgent'>): Tile => ({ key, title, to, ...rest })
  const people = waiting
    ? { note: `${waiting} 人待授权`, isUrgent: true }
    : { note: invitations ? `${invitations} 份邀请尚未使用` : may('officer.grant') ? '角色的授予和收回' : '邀请和启停账号' }
  return [
    ...(manageOfficers.some(may) ? [tile('officers', '人员管理', adminPaths.officers(), people)] : []),
    ...(may('officer.confirm')
      ? [
          tile(
            'changes',
            '管理员变更',
            adminPaths.officerChanges(),
            toConfirm ? { note: `${toConfirm} 项待您核准`, isUrgent: true } : { note: '一人申请、另一员核准' },
          ),
        ]
      : []),
    ...(may('site.admin')
      ? [
          tile('status', '运行情况', adminPaths.status(), statusNote(findings, now)),
          tile('calendar', '工作日历', adminPaths.calendar(), calendarNote(years, today)),
          tile('rules', '时限规则', adminPaths.deadlineRules(), { note: '按日生效，先看影响再发布' }),
          tile('codes', '编码字典', adminPaths.codes(), { note: '名称、停用和排序' }),
          tile('papers', '文书模板', adminPaths.paperTemplates(), { note: '决定书、告知书怎样写' }),
          tile('site', '站点参数', adminPaths.site(), { note: '名称、备案信息、开通的模块' }),
          tile('templates', '消息模板', adminPaths.messageTemplates(), { note: '短信和邮件怎样写' }),
          undelivered
            ? tile('messages', '消息', `${adminPaths.messages()}?standing=failed`, { note: `${undelivered} 条未送达`, isUrgent: true })
            : tile('messages', '消息', adminPaths.messages(), { note: '短信和邮件的发送记录' }),
        ]
      : []),
    ...(may('audit.read')
      ? [
          tile('today', '今日日志', `${adminPaths.audit()}?from=${today}`, { note: '今天的操作和登录' }),
          tile('audit', '审计日志', adminPaths.audit(), { note: '全部记录，可核对封存' }),
        ]
      : []),
  ]
}
