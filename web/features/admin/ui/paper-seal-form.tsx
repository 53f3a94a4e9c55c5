import { Button } from 'antd'
import { OrgSelect } from '@/entities/org/ui/org-select.tsx'
import { todayInShanghai } from '@/shared/format/date.ts'
import { useCheckedForm } from '@/shared/form/use-checked-form.ts'
import { FormBody } from '@/shared/ui/form-body.tsx'
import { FormField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useUploadSeal } from '../api/paper-seals.ts'
import { usePublishVersion } from '../api/versions.ts'
import { paperSealFormSchema, sealHint } from '../model/paper-seal.ts'
import { EffectiveFields } from './effective-fields.tsx'
import { FileInput } from './file-input.tsx'

/** As for a map: the file first, which is checked; then the version that names it. */
export function PaperSealForm() {
  const upload = useUploadSeal()
  const publish = usePublishVersion()
  const checked = useCheckedForm({
    schema: paperSealFormSchema,
    initial: { effective_from: todayInShanghai() },
    onSubmit: async ({ org, file, effective_from: from, reason }) => {
      const { path } = await upload.mutateAsync({ org, file })
      await publish.mutateAsync({ kind: 'paper_seal', key: org, body: { is_used: true, path }, from, reason })
      checked.form.resetFields()
      showToast('success', '印章图样已发布，生效之日起制作的文书使用它')
    },
  })
  return (
    <FormBody checked={checked}>
      <div className="form-grid">
        <FormField name="org" hint="该单位制作的文书在落款处显示">
          <OrgSelect />
        </FormField>
        <FormField name="file" hint={sealHint}>
          <FileInput accept=".png,image/png" />
        </FormField>
        <EffectiveFields />
      </div>
      <p className="muted">这是印章图样，不是电子签章（法律效力以电子签章系统为准）。</p>
      <p className="form-acts">
        <Button type="primary" htmlType="submit" loading={checked.isPending}>
          上传并发布
        </Button>
      </p>
    </FormBody>
  )
}
