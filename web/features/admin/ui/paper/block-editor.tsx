import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, Select } from 'antd'
import type { SyntheticEvent } from 'react'
import { blockWords, type DraftBlock } from '../../model/paper-template.ts'

interface BlockEditorProps {
  block: DraftBlock
  number: number
  isFirst: boolean
  isLast: boolean
  onChange: (change: Partial<DraftBlock>) => void
  onCaret: (at: number) => void
  onMove: (by: -1 | 1) => void
  onInsert: () => void
  onRemove: () => void
}

const types = (Object.keys(blockWords) as (keyof typeof blockWords)[]).map((value) => ({ value, label: blockWords[value] }))

export function BlockEditor({ block, number, isFirst, isLast, onChange, onCaret, onMove, onInsert, onRemove }: BlockEditorProps) {
  const name = `第 ${number} 段`
  const handleCaret = ({ currentTarget }: SyntheticEvent<HTMLTextAreaElement>) => onCaret(currentTarget.selectionEnd)
  return (
    <li>
      <div className="paper-block-head">
        <span>{name}</span>
        <Select size="small" aria-label={`${name}的类型`} value={block.type} options={types} onChange={(type) => onChange({ type })} />
        <Button size="small" aria-label={`${name}上移`} icon={<ArrowUpOutlined />} disabled={isFirst} onClick={() => onMove(-1)} />
        <Button size="small" aria-label={`${name}下移`} icon={<ArrowDownOutlined />} disabled={isLast} onClick={() => onMove(1)} />
        <Button size="small" aria-label={`在${name}之后插入一段`} icon={<PlusOutlined />} onClick={onInsert} />
        <Button size="small" aria-label={`删除${name}`} icon={<DeleteOutlined />} onClick={onRemove} />
      </div>
      <Input.TextArea
        aria-label={`${name}的文字`}
        autoSize={{ minRows: 1, maxRows: 8 }}
        maxLength={block.type === 'title' ? 60 : 2000}
        placeholder={block.type === 'list' ? '每行一项' : ''}
        value={block.text}
        onChange={(event) => {
          onChange({ text: event.target.value })
          onCaret(event.target.selectionEnd)
        }}
        onSelect={handleCaret}
        onFocus={handleCaret}
      />
    </li>
  )
}
