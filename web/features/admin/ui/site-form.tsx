import { Button } from 'antd'
import { todayInShanghai } from '@/shared/format/date.ts'
import { useCheckedForm } from '@/shared/form/use-checked-form.ts'
import { FormBody } from '@/shared/ui/form-body.tsx'
import { TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../api/versions.ts'
import { readSiteBody, siteFormSchema, siteSections, type SiteBody } from '../model/site-form.ts'
import { EffectiveFields } from './effective-fields.tsx'

interface SiteFormProps {
  siteKey: string
  /** In force: the form begins with it. */
  body: SiteBody
}

export function SiteForm({ siteKey, body }: SiteFormProps) {
  const publish = usePublishVersion()
  const checked = useCheckedForm({
    schema: siteFormSchema,
    initial: { ...body, effective_from: todayInShanghai(), reason: '' },
    draft: `site:${siteKey}`,
    onSubmit: async ({ effective_from: from, reason, ...fields }) => {
      await publish.mutateAsync({ kind: 'site', key: siteKey, body: readSiteBody(fields), from, reason })
      checked.form.setFieldsValue({ reason: '' })
      showToast('success', from > todayInShanghai() ? `已发布，${from} 起生效` : '已发布，现已生效')
    },
  })
  return (
    <FormBody checked={checked}>
      {siteSections.map(({ title, fields }) => (
        <fieldset key={title} className="form-section">
          <legend>{title}</legend>
          <div className="form-grid">
            {fields.map(({ name, hint }) => (
              <TextField key={name} name={name} hint={hint} />
            ))}
          </div>
        </fieldset>
      ))}
      <fieldset className="form-section">
        <legend>生效</legend>
        <EffectiveFields dayHint="当天生效的，公众页面即时更新；以后的日期到日自动更新。" />
      </fieldset>
      <p className="form-acts">
        <Button type="primary" htmlType="submit" loading={checked.isPending}>
          发布
        </Button>
        <Button onClick={checked.restart}>恢复为现行内容</Button>
      </p>
    </FormBody>
  )
}
