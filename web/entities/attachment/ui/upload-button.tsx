import { UploadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { useUploadAttachment } from '../api/upload-attachment.ts'

/** The server checks content, size and number; what it refuses is told in its words. */
export function UploadButton({ ownerKind, ownerId }: { ownerKind: string; ownerId: string }) {
  const input = useRef<HTMLInputElement>(null)
  const upload = useUploadAttachment(ownerKind, ownerId)
  return (
    <>
      <Button size="small" icon={<UploadOutlined />} loading={upload.isPending} onClick={() => input.current?.click()}>
        上传附件
      </Button>
      <input
        ref={input}
        hidden
        type="file"
        aria-label="选择附件"
        accept="image/jpeg,image/png,image/webp,application/pdf"
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          if (file) upload.mutate(file)
        }}
      />
    </>
  )
}
