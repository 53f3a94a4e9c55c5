import type { ButtonProps, MenuProps } from 'antd'
import { Button } from 'antd'
import { lazy, startTransition, Suspense, useState } from 'react'

const load = () => import('./menu-drop.tsx')
const MenuDrop = lazy(async () => ({ default: (await load()).MenuDrop }))

interface MenuButtonProps extends Omit<ButtonProps, 'onClick'> {
  menu: MenuProps
  menuClassName?: string
}

/** A button with a menu. The menu weighs as much as a page of ours: it comes when somebody points at the button, and opens when it is here. */
export function MenuButton({ menu, menuClassName, ...button }: MenuButtonProps) {
  const [isWanted, setWanted] = useState(false)
  const preload = () => void load().catch(() => undefined)
  const plain = (
    <Button
      {...button}
      aria-haspopup="menu"
      onPointerEnter={preload}
      onFocus={preload}
      // Until the menu is here the button stays as it is: nothing jumps, and focus is not lost to a spinner.
      onClick={() => startTransition(() => setWanted(true))}
    />
  )
  return <Suspense fallback={plain}>{isWanted ? <MenuDrop menu={menu} menuClassName={menuClassName} button={button} /> : plain}</Suspense>
}
