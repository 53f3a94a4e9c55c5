import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface TableLayout {
  hidden: Record<string, string[]>
  setHidden: (table: string, keys: string[]) => void
}

/** Which columns this person has put away, per table, on this device. */
export const useTableLayout = create<TableLayout>()(
  persist(
    (set) => ({
      hidden: {},
      setHidden: (table, keys) => set(({ hidden }) => ({ hidden: { ...hidden, [table]: keys } })),
    }),
    { name: 'table-layout' },
  ),
)
