import { useQuery } from '@tanstack/react-query'
import { Checkbox } from 'antd'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { attachmentsQuery } from '../api/list-attachments.ts'
import { formatBytes } from '../model/attachment.ts'
import { UploadButton } from './upload-button.tsx'

interface AttachmentPickerProps {
  ownerKind: string
  ownerId: string
  id?: string
  value?: string[]
  onChange?: (ids: string[] | undefined) => void
}

/** Which of a record's files a step is about; one that is missing is added on the spot. */
export function AttachmentPicker({ ownerKind, ownerId, id, value, onChange }: AttachmentPickerProps) {
  const query = useQuery(attachmentsQuery(ownerKind, ownerId))
  return (
    <div className="file-picker" {...(id ? { id } : {})}>
      <AsyncView query={query} empty="还没有附件，请先上传" isEmpty={(rows) => rows.length === 0}>
        {(rows) => (
          <Checkbox.Group
            value={value ?? []}
            onChange={(ids) => onChange?.(ids)}
            options={rows.map((row) => ({ value: row.id, label: `${row.file_name}（${formatBytes(row.bytes)}）` }))}
          />
        )}
      </AsyncView>
      <UploadButton ownerKind={ownerKind} ownerId={ownerId} />
    </div>
  )
}
