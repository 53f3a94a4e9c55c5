/** Views that the fixture saves: of two colleagues, and of one whose account is closed. */
import { uuidOf } from '../../../seed/uuid-of.ts'
import { personOf } from '../../people.ts'

const saved = (who: string, name: string, isDefault: boolean) => ({ id: uuidOf(`view ${who} ${name}`), officerId: personOf(who).id, name, isDefault })

export const savedViews = [
  saved('handler.county-market', '我的超期', true),
  saved('second.county-market', '我的超期', false),
  saved('disabled.county-market', '旧的', false),
]
