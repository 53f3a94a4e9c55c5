import { FilePdfOutlined } from '@ant-design/icons'
import { useQuery } from '@tanstack/react-query'
import { Button, Image, Modal } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import { formatDateTime } from '@/shared/format/date.ts'
import { saveFile } from '@/shared/format/save-file.ts'
import { attachmentFileQuery } from '../api/list-attachments.ts'
import { formatBytes, isImage, kindOf, type Attachment } from '../model/attachment.ts'
import './attachment.css'

/** Each file with what it is, how large, by whom and when; one that is not what was registered says so. */
export function AttachmentGallery({ rows }: { rows: readonly Attachment[] }) {
  return (
    <Image.PreviewGroup>
      <ul className="gallery">
        {rows.map((row, i) => (
          <AttachmentEntry key={row.id} row={row} label={`附件 ${i + 1}：${row.file_name}`} />
        ))}
      </ul>
    </Image.PreviewGroup>
  )
}

function AttachmentEntry({ row, label }: { row: Attachment; label: string }) {
  // Pictures are looked at, documents are opened: what may be twenty megabytes waits until somebody wants it.
  const [isWanted, setWanted] = useState(isImage(row))
  const [isOpen, setOpen] = useState(false)
  const query = useQuery({ ...attachmentFileQuery(row), enabled: isWanted })
  const file = query.data
  const url = useMemo(() => (file ? URL.createObjectURL(file.blob) : undefined), [file])
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url])
  return (
    <li className={file?.isChanged ? 'is-changed' : undefined}>
      {query.isError ? (
        <Button className="gallery-tile" onClick={() => void query.refetch()}>
          加载失败
          <br />
          重试
        </Button>
      ) : isImage(row) ? (
        // Mounted before it is loaded: the viewer leafs through the pictures in the order in which they were mounted.
        <Image
          className={url ? 'gallery-tile' : 'gallery-tile gallery-tile-loading'}
          alt={label}
          width={72}
          height={72}
          preview={url !== undefined}
          {...(url ? { src: url } : {})}
        />
      ) : (
        <Button
          className="gallery-tile"
          aria-label={`预览${label}`}
          icon={<FilePdfOutlined />}
          loading={isOpen && query.isFetching}
          onClick={() => {
            setWanted(true)
            setOpen(true)
          }}
        >
          预览
        </Button>
      )}
      <div className="gallery-facts">
        <span title={row.file_name}>{row.file_name}</span>
        <small className="muted">
          {kindOf(row)}，{formatBytes(row.bytes)}
        </small>
        <small className="muted">
          {row.by} {formatDateTime(row.created_at)}
        </small>
        {file?.isChanged && <strong role="alert">内容与登记时不一致，已被改动</strong>}
      </div>
      {isOpen && url && file && (
        <Modal
          open
          title={row.file_name}
          width="min(1000px, 96vw)"
          okText="下载"
          cancelText="关闭"
          onOk={() => saveFile(row.file_name, file.blob, row.mime)}
          onCancel={() => setOpen(false)}
        >
          {file.isChanged && <p className="gallery-changed">内容与登记时不一致，已被改动</p>}
          <iframe className="gallery-document" title={row.file_name} src={url} />
        </Modal>
      )}
    </li>
  )
}
