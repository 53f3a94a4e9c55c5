export interface Ground {
  set_key: string
  code: string
  label: string
}

/** The legal ground or outcome that a step named, in words; 投诉 and 举报 have lists of their own under the same codes. */
export function groundOf(grounds: readonly Ground[] | undefined, caseType: string, payload: Record<string, unknown>): string {
  const code = payload.ground ?? payload.outcome
  const field = payload.ground === undefined ? 'outcome' : 'ground'
  const fitting = (grounds ?? []).filter((ground) => ground.code === code && ground.set_key.endsWith(field))
  return (fitting.find((ground) => ground.set_key.startsWith(`${caseType}.`)) ?? fitting[0])?.label ?? ''
}
