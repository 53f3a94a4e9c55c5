import { Radio } from 'antd'
import { z } from 'zod'
import type { Subject } from '@/entities/subject/model/subject.ts'
import { field } from '@/shared/form/fields.ts'
import { FormDialog } from '@/shared/ui/form-dialog.tsx'
import { AreaField, FormField } from '@/shared/ui/form-field.tsx'
import { showToast } from '@/shared/ui/toast-store.ts'
import { useDecideMerge } from '../api/merges.ts'
import { likelyWinner } from '../model/merge-pair.ts'
import type { Merge } from '../model/subject-file.ts'

export type Act = 'confirm' | 'refuse' | 'undo'

const reason = field.text('理由', { min: 2, max: 300 })
const schemas = { confirm: z.object({ winner_id: field.choice('保留的一家'), reason }), refuse: z.object({ reason }), undo: z.object({ reason }) }

const words: Record<Act, { title: string; ok: string; hint: string; done: string }> = {
  confirm: {
    title: '确认归并',
    ok: '归并',
    hint: '列表和查找以后只显示保留的一家，另一家的案件、许可证和来源记录从它的页面看到，都不移动；可以撤销。',
    done: '已归并',
  },
  refuse: { title: '不是同一家', ok: '确定', hint: '两家各自保留，以后不再提示这一对。', done: '已记录为两家' },
  undo: { title: '撤销归并', ok: '撤销归并', hint: '两家恢复各自显示，原来归并到它名下的仍随它。', done: '已撤销，两家各自显示' },
}

interface DecideMergeDialogProps {
  act: Act
  merge: Merge
  left: Subject
  right: Subject
  onClose: () => void
}

export function DecideMergeDialog({ act, merge, left, right, onClose }: DecideMergeDialogProps) {
  const decide = useDecideMerge()
  const { title, ok, hint, done } = words[act]
  return (
    <FormDialog
      title={title}
      okText={ok}
      isDanger={act === 'undo'}
      schema={schemas[act] as typeof schemas.confirm}
      initial={act === 'confirm' ? { winner_id: likelyWinner(left, right) } : {}}
      draft={`subject-merge:${merge.id}:${act}`}
      intro={
        <p className="dialog-hint">
          {left.name} 与 {right.name}。{hint}
        </p>
      }
      onSubmit={async (values) => {
        await decide.mutateAsync({
          id: merge.id,
          reason: values.reason,
          winnerId: act === 'confirm' ? values.winner_id : undefined,
          isUndo: act === 'undo',
        })
        showToast('success', done)
        onClose()
      }}
      onClose={onClose}
    >
      {act === 'confirm' && (
        <FormField name="winner_id">
          <Radio.Group
            className="merge-choice"
            options={[left, right].map((one) => ({
              value: one.id,
              label: `${one.name}（${one.uscc ?? '无信用代码'}，${one.source || '未注明来源'}）`,
            }))}
          />
        </FormField>
      )}
      <AreaField name="reason" />
    </FormDialog>
  )
}
