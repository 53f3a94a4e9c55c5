import { z } from 'zod'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../../api/versions.ts'
import { effectiveShape } from '../../model/effective.ts'
import type { PaperKind, toBody } from '../../model/paper-template.ts'
import { EffectiveFields } from '../effective-fields.tsx'

const schema = z.object(effectiveShape)

interface PublishTemplateDialogProps {
  spec: PaperKind
  body: ReturnType<typeof toBody>
  onClose: () => void
  onPublished: () => void
}

export function PublishTemplateDialog({ spec, body, onClose, onPublished }: PublishTemplateDialogProps) {
  const publish = usePublishVersion()
  return (
    <FormDialog
      title={`发布新版本：${spec.label}`}
      okText="核对无误，发布"
      schema={schema}
      initial={{ effective_from: addDays(todayInShanghai(), 1), reason: '' }}
      onSubmit={async ({ effective_from: from, reason }) => {
        await publish.mutateAsync({ kind: 'paper', key: spec.kind, body, from, reason })
        showToast('success', `“${spec.label}”的新版本已发布，${from} 起生效`)
        onPublished()
      }}
      onClose={onClose}
      intro={<p>生效以后制作的文书按新版本，此前的文书不变。</p>}
    >
      <EffectiveFields />
    </FormDialog>
  )
}
