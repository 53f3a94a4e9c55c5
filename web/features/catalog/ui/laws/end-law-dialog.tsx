import { useQuery } from '@tanstack/react-query'
import { Alert, Select } from 'antd'
import { allLawsQuery } from '@/entities/catalog-item/api/list-laws.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { DateInput } from '@/shared/ui/date-input.tsx'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { itemsOnLawQuery, usePublishLaw } from '../../api/laws.ts'
import type { LawRow } from '../../model/law.ts'
import { endLawSchema, toEndedBody, type EndLawForm } from '../../model/law-form.ts'

interface EndLawDialogProps {
  law: LawRow
  onClose: () => void
}

/** Says that a law ends, after showing which items lose their basis by it. */
export function EndLawDialog({ law, onClose }: EndLawDialogProps) {
  const publish = usePublishLaw()
  const resting = useQuery(itemsOnLawQuery(law.code))
  const handleSubmit = async (form: EndLawForm) => {
    await publish.mutateAsync({ code: law.code, body: toEndedBody(law, form), reason: form.reason })
    showToast('success', `已登记：《${law.title}》自 ${form.repealed_on} 起废止`)
    onClose()
  }
  return (
    <FormDialog
      title={`登记废止：${law.title}`}
      okText="核对无误，登记废止"
      isDanger
      isOkDisabled={!resting.data}
      width={640}
      schema={endLawSchema}
      initial={{ repealed_on: law.repealed_on ?? undefined, successor_code: law.successor_code ?? undefined }}
      draft={`catalog-law-end:${law.code}`}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      <div className="form-row">
        <FormField name="repealed_on" hint="从这一天起它不再是依据">
          <DateInput {...(law.in_force_on ? { min: law.in_force_on } : {})} />
        </FormField>
        <FormField name="successor_code">
          <LawSelect except={law.code} />
        </FormField>
      </div>
      <AreaField name="reason" rows={2} placeholder="废止它的文件名称、文号" />
      <AsyncView query={resting} wait={<p className="muted">正在查找依据它的事项</p>}>
        {(items) =>
          items.length === 0 ? (
            <Alert type="info" showIcon title="没有监管事项以它为依据" />
          ) : (
            <Alert
              type="warning"
              showIcon
              title={`以下 ${items.length} 个事项的依据将失效`}
              description={
                <ul className="law-items" aria-label="依据将失效的事项">
                  {items.map(({ code, name, line_name }) => (
                    <li key={code}>
                      {name}（{line_name}）
                    </li>
                  ))}
                </ul>
              }
            />
          )
        }
      </AsyncView>
    </FormDialog>
  )
}

interface LawSelectProps {
  except: string
  id?: string
  value?: string
  onChange?: (code: string | undefined) => void
}

function LawSelect({ except, id, value, onChange }: LawSelectProps) {
  const query = useQuery(allLawsQuery)
  const options = (query.data ?? []).flatMap(({ code, title, doc_no }) =>
    code === except ? [] : [{ value: code, label: `${title} ${doc_no}`.trim() }],
  )
  return (
    <Select
      {...(id ? { id } : {})}
      {...(value ? { value } : {})}
      {...(onChange ? { onChange } : {})}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      placeholder="没有的留空"
      loading={query.isPending}
      notFoundContent={query.isError ? '加载失败，请关闭后重试' : '库中没有，请先登记'}
      options={options}
    />
  )
}
