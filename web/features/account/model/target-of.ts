/** Back to where the officer was going; only inside the work site. */
export function targetOf(state: unknown) {
  const from = typeof state === 'object' && state !== null && 'from' in state ? state.from : undefined
  return typeof from === 'string' && from.startsWith('/work') ? from : '/work'
}
