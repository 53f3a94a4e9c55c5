import { useQueryClient } from '@tanstack/react-query'
import { Button, Modal } from 'antd'
import { useEffect, useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { saveFile } from '@/shared/format/save-file.ts'
import { showToast } from '@/shared/ui/toast-store.ts'
import { paperFileQuery } from '../api/papers.ts'
import { fileNameOf, type Paper } from '../model/paper.ts'
import { printFile } from './print-file.ts'

type Use = 'view' | 'save' | 'print'

/** Looking, keeping and printing are of the one file that is stored; one that is not what was registered is not given out. */
export function PaperFile({ paper, path, sha256 }: { paper: Paper; path: string; sha256: string }) {
  const client = useQueryClient()
  const [pending, setPending] = useState<Use>()
  const [url, setUrl] = useState<string>()
  useEffect(() => (url ? () => URL.revokeObjectURL(url) : undefined), [url])
  const handleUse = async (use: Use) => {
    setPending(use)
    try {
      const { blob, isChanged } = await client.fetchQuery(paperFileQuery(path, sha256))
      if (isChanged) showToast('error', '文书与登记的 SHA-256 不一致，已被改动，不能使用，请联系平台管理人员')
      else if (use === 'view') setUrl(URL.createObjectURL(blob))
      else if (use === 'save') saveFile(fileNameOf(paper), blob, 'application/pdf')
      else printFile(blob)
    } catch (error) {
      showToast('error', toAppError(error).message)
    } finally {
      setPending(undefined)
    }
  }
  const act = (use: Use, label: string) => (
    <Button size="small" aria-label={`${label}${paper.title}`} loading={pending === use} onClick={() => void handleUse(use)}>
      {label}
    </Button>
  )
  return (
    <>
      {act('view', '查看')}
      {act('save', '下载')}
      {act('print', '打印')}
      {url && (
        <Modal
          open
          title={`${paper.title} ${paper.no}`}
          width="min(1000px, 96vw)"
          okText="下载"
          cancelText="关闭"
          onOk={() => void handleUse('save')}
          onCancel={() => setUrl(undefined)}
        >
          <iframe className="paper-document" title={paper.title} src={url} />
        </Modal>
      )}
    </>
  )
}
