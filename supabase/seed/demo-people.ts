/** The people of the demo site: two who handle, one who approves and one who leads in each body where the stories happen, and those above them. */
import type { Invitee } from './invite.ts'
import type { SiteProfile } from './sites.ts'

export function demoPeople({ demo }: SiteProfile): Invitee[] {
  const { top, city, county, otherCounty } = demo
  const people: Invitee[] = [
    { email: 'handler.market@demo.local', name: '周静', title: '投诉举报科科员', regionCode: county, lineCode: 'market', roles: ['handler'] },
    { email: 'reviewer.market@demo.local', name: '吴敏', title: '投诉举报科科长', regionCode: county, lineCode: 'market', roles: ['reviewer'] },
    { email: 'lead.market@demo.local', name: '郑国强', title: '副局长', regionCode: county, lineCode: 'market', roles: ['lead'] },
    { email: 'handler.environment@demo.local', name: '王磊', title: '执法中队队员', regionCode: county, lineCode: 'environment', roles: ['handler'] },
    {
      email: 'coordinator.county@demo.local',
      name: '孙丽',
      title: '协调科科员',
      regionCode: county,
      lineCode: 'coordination',
      roles: ['coordinator'],
    },
    { email: 'system.admin@demo.local', name: '赵工', title: '系统管理员', regionCode: top, lineCode: 'coordination', roles: ['system_admin'] },
    { email: 'security.admin@demo.local', name: '钱工', title: '安全管理员', regionCode: top, lineCode: 'coordination', roles: ['security_admin'] },
    { email: 'audit.admin@demo.local', name: '冯工', title: '审计管理员', regionCode: top, lineCode: 'coordination', roles: ['audit_admin'] },
    // Joined and wait: for a role, and for a second administrator to agree to one.
    {
      email: 'new.environment@demo.local',
      name: '林悦',
      title: '执法中队队员',
      regionCode: county,
      lineCode: 'environment',
      roles: ['handler'],
      isProposal: true,
    },
    {
      email: 'new.admin@demo.local',
      name: '袁工',
      title: '审计处科员',
      regionCode: top,
      lineCode: 'coordination',
      roles: ['audit_admin'],
      isProposal: true,
    },
    { email: 'coordinator.top@demo.local', name: '唐蕾', title: '协调处副处长', regionCode: top, lineCode: 'coordination', roles: ['coordinator'] },
    { email: 'leader.top@demo.local', name: '陈建华', title: '分管领导', regionCode: top, lineCode: 'coordination', roles: ['leader'] },
    { email: 'handler2.market@demo.local', name: '何晓燕', title: '投诉举报科科员', regionCode: county, lineCode: 'market', roles: ['handler'] },
    {
      email: 'handler2.environment@demo.local',
      name: '高翔',
      title: '执法中队队员',
      regionCode: county,
      lineCode: 'environment',
      roles: ['handler'],
    },
    {
      email: 'reviewer.environment@demo.local',
      name: '许立',
      title: '法制审核科科长',
      regionCode: county,
      lineCode: 'environment',
      roles: ['reviewer'],
    },
    { email: 'lead.environment@demo.local', name: '蒋文斌', title: '副局长', regionCode: county, lineCode: 'environment', roles: ['lead'] },
  ]
  if (otherCounty !== county) {
    const there = { regionCode: otherCounty, lineCode: 'market' }
    people.push(
      { ...there, email: 'handler.other@demo.local', name: '沈洁', title: '投诉举报科科员', roles: ['handler'] },
      { ...there, email: 'handler2.other@demo.local', name: '宋凯', title: '投诉举报科科员', roles: ['handler'] },
      { ...there, email: 'reviewer.other@demo.local', name: '方琴', title: '投诉举报科科长', roles: ['reviewer'] },
      { ...there, email: 'lead.other@demo.local', name: '罗志刚', title: '副局长', roles: ['lead'] },
    )
  }
  if (city !== county)
    people.push(
      {
        email: 'supervisor.city@demo.local',
        name: '韩冰',
        title: '投诉举报处处长',
        regionCode: city,
        lineCode: 'market',
        roles: ['line_supervisor'],
      },
      { email: 'coordinator.city@demo.local', name: '杨帆', title: '协调处科员', regionCode: city, lineCode: 'coordination', roles: ['coordinator'] },
      { email: 'leader.city@demo.local', name: '朱卫民', title: '分管领导', regionCode: city, lineCode: 'coordination', roles: ['leader'] },
    )
  return people
}
