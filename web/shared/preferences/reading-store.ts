import { create } from 'zustand'
import { persist } from 'zustand/middleware'

interface ReadingState {
  isLarge: boolean
  isHighContrast: boolean
  toggleLarge: () => void
  toggleHighContrast: () => void
}

/** 适老化 choices, kept on this device. */
export const useReadingStore = create<ReadingState>()(
  persist(
    (set) => ({
      isLarge: false,
      isHighContrast: false,
      toggleLarge: () => set((s) => ({ isLarge: !s.isLarge })),
      toggleHighContrast: () => set((s) => ({ isHighContrast: !s.isHighContrast })),
    }),
    { name: 'reading' },
  ),
)

/** Applied outside React so that the first paint already has it. */
export function bindReadingToDocument() {
  const apply = ({ isLarge, isHighContrast }: ReadingState) => {
    document.documentElement.dataset.text = isLarge ? 'large' : 'normal'
    document.documentElement.dataset.contrast = isHighContrast ? 'high' : 'normal'
  }
  apply(useReadingStore.getState())
  return useReadingStore.subscribe(apply)
}
