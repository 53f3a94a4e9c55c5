import { useSession } from '@/entities/session/ui/use-session.ts'
import { dutiesOf } from '@/entities/work-item/model/work-rights.ts'
import { NextItems } from '../ui/next-items.tsx'

/** Whoever only oversees has no desk: what is being pressed stands below the figures. */
export default function SupervisedLanding() {
  return dutiesOf(useSession()).worksForBody ? <></> : <NextItems box="supervised" />
}
