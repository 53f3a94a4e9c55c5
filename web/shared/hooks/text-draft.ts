const prefix = 'text-draft:'

/** Long texts survive a reload, a lost session or a version conflict; kept per record and field on this device. */
export const textDraft = {
  read: (key: string) => localStorage.getItem(prefix + key) ?? '',
  write: (key: string, text: string) => {
    if (text) localStorage.setItem(prefix + key, text)
    else localStorage.removeItem(prefix + key)
  },
  /** Without a key: all of them, at sign-out. */
  clear: (key = '') => {
    for (const slot of Object.keys(localStorage)) if (slot.startsWith(prefix + key)) localStorage.removeItem(slot)
  },
}
