import { useEffect, useEffectEvent } from 'react'
import { useSignOut } from '@/entities/session/api/sign-out.ts'
import { lastActivity } from '@/shared/hooks/last-activity.ts'

const limit = 30 * 60_000

/** GB/T 22239 session time-out: half an hour without a touch, also with the browser closed, signs out. */
export function useIdleSignOut() {
  const { mutate } = useSignOut()
  const signOut = useEffectEvent(() => mutate('idle'))
  useEffect(() => {
    const check = () => {
      if (lastActivity.isOlderThan(limit)) signOut()
    }
    const touch = () => lastActivity.touch()
    check()
    touch()
    const events = ['pointerdown', 'keydown'] as const
    for (const name of events) window.addEventListener(name, touch, { passive: true })
    const timer = setInterval(check, 30_000)
    return () => {
      clearInterval(timer)
      for (const name of events) window.removeEventListener(name, touch)
    }
  }, [])
}
