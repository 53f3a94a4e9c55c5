import { useReadingStore } from '@/shared/preferences/reading-store.ts'

/** 适老化: large text and high contrast, one touch each. */
export function ReadingTools({ hotline }: { hotline: string }) {
  const { isLarge, isHighContrast, toggleLarge, toggleHighContrast } = useReadingStore()
  return (
    <div className="pub-tools">
      <div className="pub-wrap" role="group" aria-label="阅读辅助">
        <button type="button" aria-pressed={isLarge} onClick={toggleLarge}>
          大字版
        </button>
        <button type="button" aria-pressed={isHighContrast} onClick={toggleHighContrast}>
          高对比
        </button>
        <a href={`tel:${hotline}`}>拨打 {hotline}</a>
      </div>
    </div>
  )
}
