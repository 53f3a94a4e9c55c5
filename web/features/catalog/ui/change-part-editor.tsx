import { Button, Segmented } from 'antd'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { diffOfBodies } from '@/entities/catalog-item/model/diff.ts'
import { withAction, type PartDraft } from '../model/change-request.ts'
import { partActionLabels, type ChangeType, type PartAction } from '../model/change.ts'
import { ChangeBody } from './change-body.tsx'

interface ChangePartEditorProps {
  type: ChangeType
  part: PartDraft
  n: number
  problems: Readonly<Record<string, string>>
  onChange: (part: PartDraft) => void
  onRemove: () => void
}

/** One item of the request: which, what happens to it, and what it is to say. */
export function ChangePartEditor({ type, part, n, problems, onChange, onRemove }: ChangePartEditorProps) {
  const { action, body, before } = part
  const title = action === 'add' ? (body?.name.trim() ? body.name : '新的监管事项') : (part.item_name ?? part.item_code)
  const hasForm = (action === 'add' || action === 'amend') && body !== undefined
  // What is merged or divided may end, or go on with other words.
  const hasChoice = action !== 'add' && (type === 'merge' || type === 'split')
  return (
    <section className="change-part" aria-label={`第 ${n} 项`}>
      <header className="change-part-head">
        <span className={`change-action is-${action}`}>{partActionLabels[action]}</span>
        <h3>{title}</h3>
        {part.item_code && <span className="muted">{part.item_code}</span>}
        {hasChoice && (
          <Segmented<PartAction>
            size="small"
            aria-label={`对“${title}”`}
            value={action}
            options={[
              { value: 'repeal', label: '取消' },
              { value: 'amend', label: type === 'merge' ? '并入此项' : '保留并变更' },
            ]}
            onChange={(next) => onChange(withAction(part, next))}
          />
        )}
        <Button size="small" type="link" danger aria-label={`移除第 ${n} 项`} onClick={onRemove}>
          移除
        </Button>
      </header>
      {problems.item && (
        <p className="change-error" role="alert">
          {problems.item}
        </p>
      )}
      {hasForm && (
        <>
          {action === 'amend' && before && <Changed before={before} body={body} />}
          <ChangeBody
            part={part}
            body={body}
            problems={problems}
            onChange={(patch) => {
              const { main_name: main, ...rest } = { ...part, ...patch }
              onChange(main === undefined ? rest : { ...rest, main_name: main })
            }}
          />
        </>
      )}
    </section>
  )
}

function Changed({ before, body }: { before: NonNullable<PartDraft['before']>; body: NonNullable<PartDraft['body']> }) {
  const words = useItemWords([...before.bases, ...body.bases].map((one) => one.law_code).filter((code) => code !== ''))
  const labels = diffOfBodies(before, body, words).map(({ label }) => label)
  return (
    <p className="muted" role="status">
      {labels.length === 0 ? '尚未修改任何要素' : `已修改 ${labels.length} 个要素：${labels.join('、')}`}
    </p>
  )
}
