import type pg from 'pg'
import { invite } from './invite.ts'
import type { SiteProfile } from './sites.ts'

/** Links by which the three administrators (三员分立) of an empty site open their accounts, once each. */
export async function firstLinks(db: pg.ClientBase, site: SiteProfile, url: string): Promise<string> {
  const links = []
  for (const [role, name] of [
    ['system_admin', '系统管理员'],
    ['security_admin', '安全管理员'],
    ['audit_admin', '审计管理员'],
  ] as const) {
    const email = `${role.replace('_', '.')}@site.local`
    const code = await invite(db, { email, name, title: name, regionCode: site.rootRegion, lineCode: 'coordination', roles: [role] })
    if (code) links.push(`${name}：${url}/join?email=${encodeURIComponent(email)}&code=${code}`)
  }
  return links.join('\n')
}
