import { FilePdfOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Image, Skeleton } from 'antd'
import { useEffect, useMemo } from 'react'
import { saveFile } from '@/shared/format/save-file.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { attachmentBlobQuery, attachmentsQuery } from '../api/list-attachments.ts'
import { formatBytes, isImage, type Attachment } from '../model/attachment.ts'

interface AttachmentGalleryProps {
  ownerKind: string
  ownerId: string
}

export function AttachmentGallery({ ownerKind, ownerId }: AttachmentGalleryProps) {
  const query = useQuery(attachmentsQuery(ownerKind, ownerId))
  return (
    <AsyncView query={query} empty="没有附件" isEmpty={(rows) => rows.length === 0}>
      {(rows) => (
        <Image.PreviewGroup>
          <ul className="gallery">
            {rows.map((row, i) => (
              <li key={row.id}>
                <AttachmentTile row={row} label={`附件 ${i + 1}：${row.file_name}`} />
                <small>{formatBytes(row.bytes)}</small>
              </li>
            ))}
          </ul>
        </Image.PreviewGroup>
      )}
    </AsyncView>
  )
}

function AttachmentTile({ row, label }: { row: Attachment; label: string }) {
  const query = useQuery(attachmentBlobQuery(row.storage_path))
  const url = useMemo(() => (query.data ? URL.createObjectURL(query.data) : undefined), [query.data])
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url])
  if (query.isError) {
    return (
      <Button size="small" onClick={() => void query.refetch()}>
        加载失败，重试
      </Button>
    )
  }
  // Mounted before it is loaded: the viewer leafs through the pictures in the order in which they were mounted.
  if (isImage(row))
    return (
      <Image
        className={url ? 'gallery-tile' : 'gallery-tile gallery-tile-loading'}
        alt={label}
        width={96}
        height={96}
        preview={url !== undefined}
        {...(url ? { src: url } : {})}
      />
    )
  if (!query.data) return <Skeleton.Image active className="gallery-tile" />
  const blob = query.data
  return (
    <Button className="gallery-tile" icon={<FilePdfOutlined />} onClick={() => saveFile(row.file_name, blob, row.mime)}>
      下载
    </Button>
  )
}
