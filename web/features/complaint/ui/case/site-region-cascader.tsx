import { useQuery } from '@tanstack/react-query'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import type { ControlProps } from '@/entities/work-item/model/field-controls.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'

/** Any region of this site, for a step that asks for one. */
export function SiteRegionCascader(props: ControlProps<number>) {
  const site = useQuery(siteQuery)
  return <AsyncView query={site}>{({ root_region }) => <RegionCascader root={root_region} {...props} />}</AsyncView>
}
