import { withoutOwnRegion } from '../model/without-own-region.ts'
import { useSession } from './use-session.ts'

/** 合肥市庐阳区亳州路街道 → 亳州路街道 for an officer of 庐阳区: the part that tells rows apart. */
export function OwnRegionName({ name }: { name: string }) {
  return <span title={name}>{withoutOwnRegion(name, useSession().region_name)}</span>
}
