import { Button, Drawer, Modal } from 'antd'
import type { ReactNode } from 'react'
import type { z } from 'zod'
import { useCheckedForm, type CheckedFormOptions } from '../form/use-checked-form.ts'
import { useMediaQuery } from '../hooks/use-media-query.ts'
import { FormBody } from './form-body.tsx'

interface FormDialogProps<Schema extends z.ZodObject> extends CheckedFormOptions<Schema> {
  title: string
  okText: string
  isDanger?: boolean
  isOkDisabled?: boolean
  width?: number
  /** Beside the page, which stays readable; else in front of it. */
  isAside?: boolean
  alert?: ReactNode
  intro?: ReactNode
  /** What came of it, in place of the form; the one button then closes. */
  outcome?: { content: ReactNode; okText: string } | undefined
  children?: ReactNode
  onClose: () => void
}

/** Every dialog of the work site that asks for something. It closes by its caller's hand, after success only. */
export function FormDialog<Schema extends z.ZodObject>(props: FormDialogProps<Schema>) {
  const { title, okText, isDanger = false, isOkDisabled = false, width = 520, isAside = false, alert, intro, outcome, children, onClose } = props
  const checked = useCheckedForm(props)
  const body = outcome?.content ?? (
    <FormBody checked={checked} alert={alert} intro={intro}>
      {children}
    </FormBody>
  )
  const ok = outcome ? onClose : () => checked.form.submit()
  const Frame = isAside ? Aside : Front
  return (
    <Frame
      title={title}
      okText={outcome?.okText ?? okText}
      isDanger={isDanger && !outcome}
      isOkDisabled={isOkDisabled && !outcome}
      isPending={checked.isPending}
      hasCancel={!outcome}
      width={width}
      onOk={ok}
      onClose={onClose}
    >
      {body}
    </Frame>
  )
}

interface FrameProps {
  title: string
  okText: string
  isDanger: boolean
  isOkDisabled: boolean
  isPending: boolean
  hasCancel: boolean
  width: number
  onOk: () => void
  onClose: () => void
  children: ReactNode
}

function Front({ title, okText, isDanger, isOkDisabled, isPending, hasCancel, width, onOk, onClose, children }: FrameProps) {
  return (
    <Modal
      open
      width={width}
      title={title}
      okText={okText}
      okButtonProps={{ danger: isDanger, disabled: isOkDisabled }}
      cancelText="取消"
      cancelButtonProps={hasCancel ? {} : { style: { display: 'none' } }}
      confirmLoading={isPending}
      onOk={onOk}
      onCancel={onClose}
      mask={{ closable: false }}
    >
      {children}
    </Modal>
  )
}

function Aside({ title, okText, isDanger, isOkDisabled, isPending, hasCancel, onOk, onClose, children }: FrameProps) {
  const isDesk = useMediaQuery('(min-width: 768px)')
  return (
    <Drawer
      open
      rootClassName="form-aside"
      title={title}
      size={isDesk ? 440 : '100%'}
      mask={!isDesk}
      focusable={{ trap: !isDesk }}
      onClose={onClose}
      footer={
        <div className="form-aside-foot">
          {hasCancel && <Button onClick={onClose}>取消</Button>}
          <Button type="primary" danger={isDanger} disabled={isOkDisabled} loading={isPending} onClick={onOk}>
            {okText}
          </Button>
        </div>
      }
    >
      {children}
    </Drawer>
  )
}
