import type { ReactNode } from 'react'
import { can } from '../model/can.ts'
import { useSession } from './use-session.ts'

export function Can({ permission, children }: { permission: string; children: ReactNode }) {
  return can(useSession(), permission) ? <>{children}</> : <></>
}
