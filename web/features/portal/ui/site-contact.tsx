import type { SiteParameters } from '@/entities/site/api/get-site.ts'

interface SiteContactProps {
  site: { government: string; hotline: string; parameters: SiteParameters } | undefined
}

/** Whom to turn to about the site itself: what the administrator entered, else the hotline alone. */
export function SiteContact({ site }: SiteContactProps) {
  const hotline = site?.hotline ?? '12345'
  const { host, contact, address } = site?.parameters ?? {}
  return (
    <ul>
      <li>主办单位：{host ?? site?.government ?? '见页脚'}</li>
      {contact && (
        <li>
          联系电话：<a href={`tel:${contact}`}>{contact}</a>
        </li>
      )}
      {address && <li>联系地址：{address}</li>}
      <li>
        政务服务便民热线：<a href={`tel:${hotline}`}>{hotline}</a>
      </li>
    </ul>
  )
}
