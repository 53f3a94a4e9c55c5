import { useQuery } from '@tanstack/react-query'
import { AttachmentPicker } from '@/entities/attachment/ui/attachment-picker.tsx'
import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import type { ControlProps, FieldControls } from '@/entities/work-item/model/field-controls.ts'
import { routesQuery } from '../../api/get-case-parts.ts'
import { SiteRegionCascader } from './site-region-cascader.tsx'

/** The pickers of a case's steps. Made once for a case: a new component type would lose what was chosen. */
export function caseControls(caseId: string): FieldControls {
  return {
    region: SiteRegionCascader,
    code: CodeSelect,
    files: function CaseFilePicker(props: ControlProps<string[]>) {
      return <AttachmentPicker ownerKind="complaint_case" ownerId={caseId} {...props} />
    },
    // What the router ranked, with its reasons.
    useProposals: () => useQuery(routesQuery(caseId)).data?.map((row) => ({ id: row.org_id, reason: row.reasons.join('；') })) ?? [],
  }
}
