const slot = 'last-activity'

/** When somebody last touched any window of the work site in this browser. */
export const lastActivity = {
  touch: (now = Date.now()) => localStorage.setItem(slot, String(now)),
  forget: () => localStorage.removeItem(slot),
  /** A browser that has never been used here, or was signed out properly, is not idle. */
  isOlderThan: (limit: number, now = Date.now()) => {
    const last = Number(localStorage.getItem(slot) ?? now)
    return now - last > limit
  },
}
