const prefix = 'text-draft:'
const ownerSlot = 'text-draft-owner'
const timeSlot = 'text-draft-at'
const lifetime = 24 * 3_600_000

/** With the last text its time goes too: nothing is left of what is over. */
function forget(isMeant: (slot: string) => boolean): void {
  const slots = Object.keys(localStorage).filter((slot) => slot.startsWith(prefix))
  const gone = slots.filter(isMeant)
  gone.forEach((slot) => localStorage.removeItem(slot))
  if (gone.length === slots.length) localStorage.removeItem(timeSlot)
}

/** Long texts survive a reload or a version conflict; kept per record and field on this device, for one person. */
export const textDraft = {
  read: (key: string) => localStorage.getItem(prefix + key) ?? '',
  write: (key: string, text: string) => {
    if (!text) return forget((slot) => slot === prefix + key)
    localStorage.setItem(prefix + key, text)
    localStorage.setItem(timeSlot, String(Date.now()))
  },
  /** Called whenever it is known who is here: what anybody else wrote goes. */
  keepFor: (owner: string) => {
    if (localStorage.getItem(ownerSlot) === owner) return
    textDraft.clear()
    localStorage.setItem(ownerSlot, owner)
  },
  /** What nobody came back for within a day of the last word does not stay on the machine. */
  forgetOld: (now = Date.now()) => {
    if (now - Number(localStorage.getItem(timeSlot) ?? now) > lifetime) textDraft.clear()
  },
  /** Without a key: all of them, when the person signs out themselves. */
  clear: (key = '') => forget((slot) => slot.startsWith(prefix + key)),
}
