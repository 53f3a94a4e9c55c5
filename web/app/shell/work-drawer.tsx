import { useEffect, useRef } from 'react'
import { WorkMenu } from './work-menu.tsx'

/** The menu on narrow screens: a native modal dialog keeps focus inside and closes on Escape by itself. */
export function WorkDrawer({ onClose }: { onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog ref={dialog} className="work-drawer" aria-label="导航" onClose={onClose}>
      <button type="button" className="work-drawer-close" onClick={() => dialog.current?.close()}>
        关闭导航
      </button>
      <WorkMenu onNavigate={() => dialog.current?.close()} />
    </dialog>
  )
}
