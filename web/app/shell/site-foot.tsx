import type { SiteParameters } from '@/entities/site/api/get-site.ts'

interface SiteFootProps {
  site: { government: string; hotline: string; parameters: SiteParameters }
}

/** Who runs the site and under which records, as 政府网站 must say on every page; what is not entered has no line. */
export function SiteFoot({ site: { government, hotline, parameters } }: SiteFootProps) {
  const { host, operator, contact, address, site_code, conac_id, icp_no, police_no } = parameters
  return (
    <>
      <p className="pub-foot-line">
        <span>主办单位：{host ?? government}</span>
        {operator && <span>承办单位：{operator}</span>}
        <span>
          政务服务便民热线：<a href={`tel:${hotline}`}>{hotline}</a>
        </span>
        {contact && <span>联系电话：{contact}</span>}
        {address && <span>地址：{address}</span>}
      </p>
      {(site_code ?? conac_id ?? icp_no ?? police_no) && (
        <p className="pub-foot-line">
          {site_code && <span>政府网站标识码：{site_code}</span>}
          {conac_id && (
            <a href={`https://bszs.conac.cn/sitename?method=show&id=${conac_id}`} target="_blank" rel="noreferrer">
              党政机关网站标识
            </a>
          )}
          {icp_no && (
            <a href="https://beian.miit.gov.cn/" target="_blank" rel="noreferrer">
              {icp_no}
            </a>
          )}
          {police_no && (
            <a href={`https://beian.mps.gov.cn/#/query/webSearch?code=${police_no.replaceAll(/\D/g, '')}`} target="_blank" rel="noreferrer">
              {police_no}
            </a>
          )}
        </p>
      )}
    </>
  )
}
