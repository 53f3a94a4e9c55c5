import { useQuery } from '@tanstack/react-query'
import { attachmentsQuery } from '@/entities/attachment/api/list-attachments.ts'
import { mayAddAttachmentQuery } from '@/entities/attachment/api/may-add.ts'
import { AttachmentGallery } from '@/entities/attachment/ui/attachment-gallery.tsx'
import { UploadButton } from '@/entities/attachment/ui/upload-button.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import type { FilesOf } from './item-controls.tsx'
import { ItemSection } from './item-section.tsx'

/** Files of the record; without any only for whoever may add one. A body that passed it on reads none. */
export function ItemFiles({ ownerKind, ownerId, isOpen }: FilesOf & { isOpen: boolean }) {
  const query = useQuery(attachmentsQuery(ownerKind, ownerId))
  const mayAdd = useQuery({ ...mayAddAttachmentQuery(ownerKind, ownerId), enabled: isOpen })
  const canAdd = isOpen && mayAdd.data === true
  if (!canAdd && !query.isError && !query.data?.length) return <></>
  return (
    <ItemSection title="附件" extra={canAdd && <UploadButton ownerKind={ownerKind} ownerId={ownerId} />}>
      <AsyncView query={query} empty="没有附件" isEmpty={(rows) => rows.length === 0}>
        {(rows) => <AttachmentGallery rows={rows} />}
      </AsyncView>
    </ItemSection>
  )
}
