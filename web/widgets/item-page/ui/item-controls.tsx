import { useQuery } from '@tanstack/react-query'
import { AttachmentPicker } from '@/entities/attachment/ui/attachment-picker.tsx'
import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import { RegionCascader } from '@/entities/region/ui/region-cascader.tsx'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import type { ControlProps, FieldControls, Proposal } from '@/entities/work-item/model/field-controls.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'

/** The record that the files of an item belong to. */
export interface FilesOf {
  ownerKind: string
  ownerId: string
}

/** Hook: bodies that the module proposes for a record, the best first. */
export type UseProposals = (recordId: string) => readonly Proposal[]

/** The pickers of other nouns for the steps of an item. */
export const itemControls = (files: FilesOf, useProposals?: UseProposals): FieldControls => ({
  ...(useProposals ? { useProposals: () => useProposals(files.ownerId) } : {}),
  region: SiteRegionCascader,
  code: CodeSelect,
  files: function ItemFilePicker(props: ControlProps<string[]>) {
    return <AttachmentPicker {...files} {...props} />
  },
})

/** Any region of this site. */
function SiteRegionCascader(props: ControlProps<number>) {
  const site = useQuery(siteQuery)
  return <AsyncView query={site}>{({ root_region }) => <RegionCascader root={root_region} {...props} />}</AsyncView>
}
