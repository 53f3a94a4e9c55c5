import { Alert, Button, Input, Modal, Popconfirm } from 'antd'
import { useState } from 'react'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useViewActs, type SavedView } from '../api/views.ts'

interface ManageViewsProps {
  list: string
  saved: readonly SavedView[]
  onClose: () => void
}

export function ManageViews({ list, saved, onClose }: ManageViewsProps) {
  const { save, rename, remove } = useViewActs(list)
  const [renaming, setRenaming] = useState<{ id: string; name: string } | null>(null)
  const problem = save.error ?? rename.error ?? remove.error
  const wanted = renaming?.name.trim() ?? ''
  const isTaken = saved.some((view) => view.name === wanted && view.id !== renaming?.id)
  const keepName = ({ id, name }: SavedView) =>
    wanted === name ? setRenaming(null) : rename.mutate({ id, name: wanted }, { onSuccess: () => setRenaming(null) })
  return (
    <Modal open title="管理常用筛选" footer={<Button onClick={onClose}>关闭</Button>} onCancel={onClose}>
      {problem && <Alert className="dialog-alert" type="error" showIcon role="alert" title={toAppError(problem).message} />}
      {saved.length === 0 && <p className="empty-line">还没有常用筛选</p>}
      <ul className="view-list">
        {saved.map((view) =>
          renaming?.id === view.id ? (
            <li key={view.id}>
              <Input
                // oxlint-disable-next-line jsx-a11y/no-autofocus -- the field takes the place of the button that was pressed
                autoFocus
                aria-label={`${view.name}的新名称`}
                maxLength={20}
                value={renaming.name}
                status={isTaken ? 'error' : ''}
                onChange={(event) => setRenaming({ id: view.id, name: event.target.value })}
                onPressEnter={() => wanted && !isTaken && keepName(view)}
              />
              <Button size="small" type="primary" disabled={!wanted || isTaken} loading={rename.isPending} onClick={() => keepName(view)}>
                保存名称
              </Button>
              <Button size="small" onClick={() => setRenaming(null)}>
                取消
              </Button>
              {isTaken && <span className="field-note">已有同名的常用筛选</span>}
            </li>
          ) : (
            <li key={view.id}>
              <span className="view-name">
                {view.name}
                {view.is_default && <span className="mark mark-ask">默认</span>}
              </span>
              <Button size="small" type="link" aria-label={`重命名${view.name}`} onClick={() => setRenaming(view)}>
                重命名
              </Button>
              <Button
                size="small"
                type="link"
                aria-label={`${view.is_default ? '取消默认' : '设为默认'}${view.name}`}
                onClick={() => save.mutate({ name: view.name, query: view.query, isDefault: !view.is_default })}
              >
                {view.is_default ? '取消默认' : '设为默认'}
              </Button>
              <Popconfirm title={`删除“${view.name}”？`} okText="删除" cancelText="取消" onConfirm={() => remove.mutate(view.id)}>
                <Button size="small" type="link" danger aria-label={`删除${view.name}`}>
                  删除
                </Button>
              </Popconfirm>
            </li>
          ),
        )}
      </ul>
    </Modal>
  )
}
