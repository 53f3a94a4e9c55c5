import { useEffect, useRef } from 'react'

/** A new page begins at its top, for the eye and for the screen reader; the first page is left to the browser. */
export function useFocusOnNavigation<T extends HTMLElement>(pathname: string) {
  const target = useRef<T>(null)
  const last = useRef(pathname)
  useEffect(() => {
    if (last.current === pathname) return
    last.current = pathname
    window.scrollTo({ top: 0 })
    target.current?.focus({ preventScroll: true })
  }, [pathname])
  return target
}
