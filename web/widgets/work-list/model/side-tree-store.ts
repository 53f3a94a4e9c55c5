import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface SideTrees {
  folded: Record<string, boolean>
  fold: (list: string, isFolded: boolean) => void
}

/** Beside which lists this person has put the tree away, on this device. */
export const useSideTrees = create<SideTrees>()(
  persist((set) => ({ folded: {}, fold: (list, isFolded) => set(({ folded }) => ({ folded: { ...folded, [list]: isFolded } })) }), {
    name: 'side-trees',
  }),
)
