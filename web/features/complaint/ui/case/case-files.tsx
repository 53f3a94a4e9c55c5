import { useQuery } from '@tanstack/react-query'
import { Card } from 'antd'
import { mayAddAttachmentQuery } from '@/entities/attachment/api/may-add.ts'
import { AttachmentGallery } from '@/entities/attachment/ui/attachment-gallery.tsx'
import { UploadButton } from '@/entities/attachment/ui/upload-button.tsx'

interface CaseFilesProps {
  caseId: string
  isOpen: boolean
  /** A body that passed the case on keeps reading it, but not its files. */
  isClosedToViewer: boolean
}

export function CaseFiles({ caseId, isOpen, isClosedToViewer }: CaseFilesProps) {
  const mayAdd = useQuery({ ...mayAddAttachmentQuery('complaint_case', caseId), enabled: isOpen })
  return (
    <Card size="small" title="照片和附件" extra={isOpen && mayAdd.data === true && <UploadButton ownerKind="complaint_case" ownerId={caseId} />}>
      {isClosedToViewer ? (
        <p className="empty-line">照片和附件已随案件移交承办单位，本单位不再查看</p>
      ) : (
        <AttachmentGallery ownerKind="complaint_case" ownerId={caseId} />
      )}
    </Card>
  )
}
