import { can, isWithheld } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useModules } from '@/shared/module/module-context.ts'
import { navOf } from '../modules.ts'
import { useOffered } from './use-offered.ts'

/** What this officer is offered on this site, in the order of the menu. */
export function useMenu() {
  const session = useSession()
  const modules = useModules()
  return navOf(modules.filter(useOffered())).filter(
    // Withheld pages stay in the menu: there it says what is missing, and leads to it.
    ({ permission, unless }) => (can(session, permission) || isWithheld(session, permission)) && !(unless !== undefined && can(session, unless)),
  )
}
