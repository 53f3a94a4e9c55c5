import { useEffect, useEffectEvent } from 'react'
import { useSignOut } from '@/entities/session/api/sign-out.ts'

const limit = 30 * 60_000
const slot = 'last-activity'

/** GB/T 22239 session timeout: half an hour without a touch in any window of this browser signs out. */
export function useIdleSignOut() {
  const { mutate } = useSignOut()
  const signOut = useEffectEvent(() => mutate())
  useEffect(() => {
    const touch = () => localStorage.setItem(slot, String(Date.now()))
    touch()
    const events = ['pointerdown', 'keydown'] as const
    for (const name of events) window.addEventListener(name, touch, { passive: true })
    const timer = setInterval(() => {
      if (Date.now() - Number(localStorage.getItem(slot)) > limit) signOut()
    }, 30_000)
    return () => {
      clearInterval(timer)
      for (const name of events) window.removeEventListener(name, touch)
    }
  }, [])
}
