import { Alert, Button, Input } from 'antd'
import { useRef, useState } from 'react'
import {
  insertBlock,
  missingFields,
  moveBlock,
  toBody,
  toDraft,
  withField,
  type DraftBlock,
  type PaperKind,
  type TemplateBody,
} from '../../model/paper-template.ts'
import { BlockEditor } from './block-editor.tsx'
import { PublishTemplateDialog } from './publish-template-dialog.tsx'
import { TemplateSheet } from './template-sheet.tsx'

interface PaperEditorProps {
  spec: PaperKind
  /** In force: the new version begins as a copy of it. */
  body: TemplateBody
  onClose: () => void
}

/** Text and fields beside what comes of them. What is wrong is said by the database when it is published. */
export function PaperEditor({ spec, body, onClose }: PaperEditorProps) {
  const [draft, setDraft] = useState(() => toDraft(body))
  const [isPublishing, setPublishing] = useState(false)
  /** Where a field goes: the text that was last written in. */
  const caret = useRef({ id: draft.blocks.find(({ type }) => type === 'paragraph')?.id ?? 0, at: Number.POSITIVE_INFINITY })
  const setBlocks = (change: (blocks: readonly DraftBlock[]) => DraftBlock[]) => setDraft((now) => ({ ...now, blocks: change(now.blocks) }))
  const patch = (id: number, to: (block: DraftBlock) => Partial<DraftBlock>) =>
    setBlocks((blocks) => blocks.map((one) => (one.id === id ? { ...one, ...to(one) } : one)))
  const handleField = (name: string) => {
    const { id, at } = caret.current
    patch(id, ({ text }) => ({ text: withField(text, name, Math.min(at, text.length)) }))
    caret.current = { id, at: at + name.length + 4 }
  }
  const missing = missingFields(spec.fields, draft.blocks)
  return (
    <div className="paper-editor">
      <div>
        <label className="paper-editor-word" htmlFor="paper-no-word">
          文号用字
          <Input
            id="paper-no-word"
            maxLength={8}
            value={draft.no_word}
            onChange={(event) => setDraft((now) => ({ ...now, no_word: event.target.value }))}
          />
        </label>
        <div role="group" aria-label="插入字段" className="paper-fields">
          <span>点选字段，插入到光标处；后面是它在文字里的写法：</span>
          {spec.fields.map(({ name, label, isRequired }) => (
            <Button key={name} size="small" onClick={() => handleField(name)}>
              {label}
              {isRequired ? '（必须）' : ''}
              <code>{`{{${name}}}`}</code>
            </Button>
          ))}
        </div>
        {missing.length > 0 && <Alert type="warning" showIcon title={`还没有写明：${missing.join('、')}`} />}
        <ol className="paper-blocks">
          {draft.blocks.map((block, i) => (
            <BlockEditor
              key={block.id}
              block={block}
              number={i + 1}
              isFirst={i === 0}
              isLast={i === draft.blocks.length - 1}
              onChange={(change) => patch(block.id, () => change)}
              onCaret={(at) => (caret.current = { id: block.id, at })}
              onMove={(by) => setBlocks((blocks) => moveBlock(blocks, i, by))}
              onInsert={() => setBlocks((blocks) => insertBlock(blocks, i))}
              onRemove={() => setBlocks((blocks) => blocks.filter((one) => one.id !== block.id))}
            />
          ))}
        </ol>
        <p className="form-acts">
          <Button type="primary" onClick={() => setPublishing(true)}>
            发布
          </Button>
          <Button onClick={onClose}>放弃修改</Button>
        </p>
      </div>
      <TemplateSheet spec={spec} template={toBody(draft)} />
      {isPublishing && <PublishTemplateDialog spec={spec} body={toBody(draft)} onClose={() => setPublishing(false)} onPublished={onClose} />}
    </div>
  )
}
