/** Site profiles: what differs between the three plans is a row, never a fork. */

export interface SiteProfile {
  key: 'anhui' | 'hubei' | 'yizheng'
  name: string
  shortName: string
  government: string
  /** In the seal of the masthead: the short name of the place. */
  sealText: string
  rootRegion: number
  tiers: number[]
  /** What the body is called that runs the platform and coordinates the others (协调机构). */
  coordinatorName: string
  /** 承办单位 in the foot of the public page: that body by its full name. Numbers of records are entered by the administrator: none is invented. */
  operator: string
  superiors: { name: string; system: string }[]
  /** Where the demo people work: a city and two of its counties; at a county site all three are the county. */
  demo: { top: number; city: number; county: number; otherCounty: number }
}

export const siteProfiles: Record<SiteProfile['key'], SiteProfile> = {
  anhui: {
    key: 'anhui',
    name: '安徽省“互联网＋监管”系统',
    shortName: '安徽监管',
    government: '安徽省人民政府',
    sealText: '皖',
    rootRegion: 340000000,
    tiers: [2, 3, 4, 5],
    coordinatorName: '数据资源管理局',
    operator: '安徽省数据资源管理局',
    superiors: [{ name: '国家', system: '国家“互联网＋监管”系统' }],
    demo: { top: 340000000, city: 340100000, county: 340103000, otherCounty: 340104000 },
  },
  hubei: {
    key: 'hubei',
    name: '湖北省“互联网＋监管”系统',
    shortName: '湖北监管',
    government: '湖北省人民政府',
    sealText: '鄂',
    rootRegion: 420000000,
    tiers: [2, 3, 4, 5],
    coordinatorName: '政务管理办公室',
    operator: '湖北省政务管理办公室',
    superiors: [{ name: '国家', system: '国家“互联网＋监管”系统' }],
    demo: { top: 420000000, city: 420100000, county: 420102000, otherCounty: 420106000 },
  },
  yizheng: {
    key: 'yizheng',
    name: '仪征市“互联网＋监管”系统',
    shortName: '仪征监管',
    government: '仪征市人民政府',
    sealText: '仪征',
    rootRegion: 321081000,
    tiers: [4, 5],
    coordinatorName: '政务服务管理办公室',
    operator: '仪征市政务服务管理办公室',
    superiors: [
      { name: '江苏省', system: '江苏省“互联网＋监管”系统' },
      { name: '扬州市', system: '扬州市12345在线服务平台' },
    ],
    demo: { top: 321081000, city: 321081000, county: 321081000, otherCounty: 321081000 },
  },
}

export function siteProfile(key: string): SiteProfile {
  if (key in siteProfiles) return siteProfiles[key as SiteProfile['key']]
  throw new Error(`SITE=${key} 不存在，可选：${Object.keys(siteProfiles).join('、')}`)
}

/** What mastheads and seals show of the sites: the face of the headings has to hold these characters. */
export const siteTitles: readonly string[] = Object.values(siteProfiles).flatMap((site) => [
  site.name,
  site.shortName,
  site.government,
  site.sealText,
])
