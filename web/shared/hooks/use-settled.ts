import { useEffect, useState } from 'react'

/** A value once it has kept still for a while: what is typed is asked when the fingers rest. */
export function useSettled<T>(value: T, span: number): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), span)
    return () => clearTimeout(timer)
  }, [value, span])
  return settled
}
