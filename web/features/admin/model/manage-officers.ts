/** Whoever holds one of these manages people; whoever only reads them has a directory. */
export const manageOfficers: readonly string[] = ['officer.invite', 'officer.grant']
