import { CodeSelect } from '@/entities/code/ui/code-select.tsx'
import { itemSets } from '@/entities/catalog-item/model/catalog-item.ts'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, FormField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishLaw } from '../../api/laws.ts'
import type { LawRow } from '../../model/law.ts'
import { addLawSchema, amendLawSchema, lawFieldOf, toLawBody, type AddLawForm } from '../../model/law-form.ts'

interface LawDialogProps {
  /** Absent when one is added. */
  law?: LawRow
  onClose: () => void
}

/** Enters a law, or puts right what was entered; either is a version from today on. */
export function LawDialog({ law, onClose }: LawDialogProps) {
  const publish = usePublishLaw()
  const handleSubmit = async (form: Partial<Pick<AddLawForm, 'code'>> & Omit<AddLawForm, 'code'>) => {
    await publish.mutateAsync({ code: law?.code ?? form.code ?? '', body: toLawBody(form, law), reason: form.reason })
    showToast('success', `《${form.title}》已${law ? '更正' : '登记'}`)
    onClose()
  }
  return (
    <FormDialog
      title={law ? `更正：${law.title}` : '登记法律法规'}
      okText={law ? '更正' : '登记'}
      width={640}
      schema={(law ? amendLawSchema : addLawSchema) as typeof amendLawSchema}
      initial={law ? { ...law, in_force_on: law.in_force_on ?? undefined } : {}}
      draft={`catalog-law:${law?.code ?? ''}`}
      fieldOf={lawFieldOf}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {!law && <TextField name="code" hint="发布后不能更改，例如 food-safety-law" />}
      <TextField name="title" placeholder="不加书名号，例如 中华人民共和国食品安全法" />
      <div className="form-row">
        <FormField name="kind">
          <CodeSelect codeSet={itemSets.lawKind} />
        </FormField>
        <TextField name="doc_no" />
      </div>
      <div className="form-row">
        <TextField name="issuer" />
        <FormField name="in_force_on" hint="现行文本的施行日期，没有核对的留空">
          <DateInput />
        </FormField>
      </div>
      <AreaField name="reason" rows={2} placeholder="公布它的文件名称、文号" />
    </FormDialog>
  )
}
