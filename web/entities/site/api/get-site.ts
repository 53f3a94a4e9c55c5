import { queryOptions } from '@tanstack/react-query'
import { listOf, maybe, number, shape, text, type Decoded } from '@/shared/http/decode.ts'
import { restGet } from '@/shared/http/rest.ts'

/** What an administrator enters for the seal and the foot of the public page; a line stands there for what is set. */
const parameters = shape({
  host: maybe(text),
  operator: maybe(text),
  contact: maybe(text),
  address: maybe(text),
  site_code: maybe(text),
  /** Of the mark 党政机关, by which its registrar tells whose site this is. */
  conac_id: maybe(text),
  icp_no: maybe(text),
  police_no: maybe(text),
  /** One to four characters for the seal in the masthead. */
  seal_text: maybe(text),
})
export type SiteParameters = Decoded<typeof parameters>

const siteRow = shape({
  key: text,
  name: text,
  short_name: text,
  government: text,
  hotline: text,
  root_region: number,
  tiers: listOf(number),
  modules: listOf(text),
  parameters,
})

/** The one active site profile: name, root region, tiers. Changes with a publication of the administrator, seldom during a visit. */
export const siteQuery = queryOptions({
  queryKey: ['site'],
  staleTime: Number.POSITIVE_INFINITY,
  queryFn: async ({ signal }) => {
    const rows = await restGet(
      'sites',
      { select: 'key,name,short_name,government,hotline,root_region,tiers,modules,parameters', is_active: 'is.true' },
      siteRow,
      signal,
    )
    const [site] = rows
    if (!site) throw new Error('no active site profile')
    return site
  },
})
