const prefix = 'text-draft:'
const ownerSlot = 'text-draft-owner'

/** Long texts survive a reload or a version conflict; kept per record and field on this device, for one person. */
export const textDraft = {
  read: (key: string) => localStorage.getItem(prefix + key) ?? '',
  write: (key: string, text: string) => {
    if (text) localStorage.setItem(prefix + key, text)
    else localStorage.removeItem(prefix + key)
  },
  /** Called whenever it is known who is here: what anybody else wrote goes. */
  keepFor: (owner: string) => {
    if (localStorage.getItem(ownerSlot) === owner) return
    textDraft.clear()
    localStorage.setItem(ownerSlot, owner)
  },
  /** Without a key: all of them, at sign-out. */
  clear: (key = '') => {
    for (const slot of Object.keys(localStorage)) if (slot.startsWith(prefix + key)) localStorage.removeItem(slot)
  },
}
