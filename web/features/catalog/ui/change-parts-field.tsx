import { PlusOutlined } from '@ant-design/icons'
import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Select } from 'antd'
import { useState } from 'react'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { useSettled } from '@/shared/hooks/use-settled.ts'
import { foundItemsQuery, latestVersion } from '../api/changes.ts'
import { actionOf, withAction, type PartDraft, type PartProblems } from '../model/change-request.ts'
import type { ChangeType } from '../model/change.ts'
import { ChangePartEditor } from './change-part-editor.tsx'

interface ChangePartsFieldProps {
  id?: string
  value?: readonly PartDraft[]
  onChange?: (parts: PartDraft[]) => void
  type: ChangeType
  problems: PartProblems
}

/** The items of the request, chosen by search; what is new is written whole. */
export function ChangePartsField({ value: parts = [], onChange, type, problems }: ChangePartsFieldProps) {
  const { line_code: line } = useSession()
  const set = (next: PartDraft[]) => onChange?.(next)
  const takesNew = type === 'add' || type === 'merge' || type === 'split'
  const addNew = () => {
    const model = type === 'add' ? undefined : parts.find(({ before }) => before)?.before
    set([
      ...parts,
      {
        id: randomId(),
        action: 'add',
        body: { ...(model ?? emptyBody(line ?? '')), name: '', source: 'province', state: 'in_force', successor_codes: [] },
      },
    ])
  }
  return (
    <div className="change-parts-field">
      {parts.map((part, index) => (
        <ChangePartEditor
          key={part.id}
          n={index + 1}
          type={type}
          part={part}
          problems={problems[part.id] ?? {}}
          onChange={(next) => set(parts.map((one) => (one.id === part.id ? next : one)))}
          onRemove={() => set(parts.filter((one) => one.id !== part.id))}
        />
      ))}
      <div className="change-more">
        {type !== 'add' && <ItemPicker type={type} taken={parts.flatMap((one) => one.item_code ?? [])} onPick={(part) => set([...parts, part])} />}
        {takesNew && (
          <Button icon={<PlusOutlined />} onClick={addNew}>
            {{ merge: '写合并后的新事项', split: '写拆分出的新事项', add: '再加一个新事项' }[type]}
          </Button>
        )}
      </div>
    </div>
  )
}

export const emptyBody = (line: string): ItemBody => ({
  main_code: '',
  name: '',
  line_code: line,
  objects: '',
  object_kinds: [],
  methods: [],
  measures: [],
  levels: [],
  bases: [{ law_code: '', article: '' }],
  flow: '',
  result: '',
  scopes: ['1', '2', '3'],
  source: 'province',
  state: 'in_force',
  successor_codes: [],
})

interface ItemPickerProps {
  type: ChangeType
  taken: readonly string[]
  onPick: (part: PartDraft) => void
}

/** By a part of the name or the code; of the own department, or of any for a coordinator. */
function ItemPicker({ type, taken, onPick }: ItemPickerProps) {
  const { is_coordinator: isCoordinator, line_code: line } = useSession()
  const [text, setText] = useState('')
  const query = useQuery(foundItemsQuery(useSettled(text.trim(), 250), isCoordinator ? null : line))
  const pick = useMutation({
    meta: { silent: true },
    mutationFn: latestVersion,
    onSuccess: ({ key, body }) =>
      onPick(withAction({ id: randomId(), action: actionOf(type), item_code: key, item_name: body.name, before: body }, actionOf(type))),
  })
  const isFit = (state: string) => (type === 'resume' ? state === 'suspended' : type === 'suspend' ? state !== 'suspended' : true)
  return (
    <div className="change-picker">
      <Select
        aria-label="添加监管事项"
        className="change-select"
        value={null}
        showSearch={{ filterOption: false, onSearch: setText }}
        popupMatchSelectWidth={false}
        placeholder="输入事项名称或编码的一部分，添加监管事项"
        loading={query.isFetching || pick.isPending}
        disabled={pick.isPending}
        notFoundContent={query.isError ? '加载失败，请稍后重试' : query.isFetching ? '正在查找' : '没有符合的事项'}
        options={(query.data ?? [])
          .filter(({ code, state }) => !taken.includes(code) && isFit(state))
          .map(({ code, name, main_name: main }) => ({ value: code, label: `${name}（${main}，${code}）` }))}
        onChange={(code: string | null) => {
          setText('')
          if (code !== null) pick.mutate(code)
        }}
      />
      {pick.error && (
        <p className="change-error" role="alert">
          {toAppError(pick.error).message}
        </p>
      )}
    </div>
  )
}
