/** Whoever may read the items of any flow has an inbox; a module with a flow of its own adds its permission here. */
export const workReadRights: readonly string[] = ['complaint.read']

export interface WorkDuties {
  /** Works on items: 经办人, 单位负责人. */
  canHandle: boolean
  /** Agrees to what colleagues ask for: 审核人, 单位负责人. */
  canApprove: boolean
  /** The own body owes something that this person deals with. */
  worksForBody: boolean
}

/** What an officer does with work, by the ends of the permissions that every flow names alike. */
export function dutiesOf({ permissions }: { permissions: readonly string[] }): WorkDuties {
  const holds = (end: string) => permissions.some((permission) => permission.endsWith(end))
  const canHandle = holds('.handle')
  const canApprove = holds('.approve')
  return { canHandle, canApprove, worksForBody: canHandle || canApprove || holds('.dispatch') }
}
