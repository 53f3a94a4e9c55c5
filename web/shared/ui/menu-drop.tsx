import type { ButtonProps, MenuProps } from 'antd'
import { Button, Dropdown } from 'antd'
import { useEffect, useRef, useState } from 'react'

interface MenuDropProps {
  menu: MenuProps
  menuClassName: string | undefined
  button: ButtonProps
}

/** The menu of a `MenuButton`, open as it arrives: somebody has asked for it. */
export function MenuDrop({ menu, menuClassName, button }: MenuDropProps) {
  const trigger = useRef<HTMLButtonElement>(null)
  const [isOpen, setOpen] = useState(true)
  // It takes the place of the button that was pressed, and of its focus.
  useEffect(() => trigger.current?.focus(), [])
  return (
    <Dropdown
      trigger={['click']}
      open={isOpen && button.disabled !== true}
      onOpenChange={setOpen}
      disabled={button.disabled === true}
      {...(menuClassName ? { classNames: { root: menuClassName } } : {})}
      menu={menu}
    >
      <Button {...button} ref={trigger} aria-haspopup="menu" aria-expanded={isOpen} />
    </Dropdown>
  )
}
