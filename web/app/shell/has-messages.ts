import { can } from '@/entities/session/model/can.ts'
import type { Session } from '@/entities/session/model/session.ts'
import { workReadRights } from '@/entities/work-item/model/work-rights.ts'

/** Whoever reads some flow hears of its items, an administrator of accounts; nobody else is told anything. */
export const hasMessages = (session: Session) => can(session, workReadRights) || can(session, 'officer.confirm')
