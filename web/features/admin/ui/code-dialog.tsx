import { todayInShanghai } from '@/shared/format/date.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { IntegerField, TextField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { usePublishVersion } from '../api/versions.ts'
import type { CodeEntry, CodeSet } from '../model/code-entry.ts'
import { codeFormSchemas, toCodeBody, type CodeDialogKind, type CodeForm } from '../model/code-form.ts'
import { EffectiveFields } from './effective-fields.tsx'

interface CodeDialogProps {
  kind: CodeDialogKind
  set: CodeSet
  /** Absent when one is added. */
  entry: CodeEntry | undefined
  onClose: () => void
}

const words = { add: '新增编码', change: '修改', end: '停用', restore: '恢复' } as const
const dayHints = {
  add: '从这一天起可以选用。',
  change: '到这一天，名称在各处一并改变，包括以前的记录。',
  end: '从这一天起不能再选用；以前的记录仍显示原名称。',
  restore: '从这一天起可以重新选用。',
} as const

const phraseHint = '写作“操作代号.序号”，例如退回用 give_back.4；发布后不能更改'

export function CodeDialog({ kind, set, entry, onClose }: CodeDialogProps) {
  const publish = usePublishVersion()
  const isNamed = kind === 'add' || kind === 'change'
  const handleSubmit = async (fields: CodeForm) => {
    const key = `${set.set_key}/${entry?.code ?? fields.code ?? ''}`
    await publish.mutateAsync({ kind: 'code', key, body: toCodeBody(kind, fields, entry), from: fields.effective_from, reason: fields.reason })
    showToast('success', `已发布，${fields.effective_from} 起生效`)
    onClose()
  }
  return (
    <FormDialog
      title={entry ? `${words[kind]}：${entry.body.label}` : `${words[kind]}：${set.label}`}
      okText="发布"
      isDanger={kind === 'end'}
      schema={codeFormSchemas[kind] as (typeof codeFormSchemas)['end']}
      initial={{ code: '', label: entry?.body.label ?? '', sort: entry?.body.sort ?? set.codes + 1, effective_from: todayInShanghai() }}
      draft={`code:${set.set_key}/${entry?.code ?? ''}:${kind}`}
      onSubmit={handleSubmit}
      onClose={onClose}
    >
      {kind === 'add' && <TextField name="code" hint={set.set_key === 'work.phrase' ? phraseHint : '发布后不能更改'} />}
      {isNamed && (
        <div className="form-row">
          <TextField name="label" className="form-wide" />
          <IntegerField name="sort" />
        </div>
      )}
      <EffectiveFields dayHint={dayHints[kind]} />
    </FormDialog>
  )
}
