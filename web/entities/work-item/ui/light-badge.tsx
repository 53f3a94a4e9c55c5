import { lightLabels, type Light } from '../model/work-item.ts'

/** Colour is never alone: the word stands beside it. */
export function LightBadge({ light, isOpen = true }: { light: Light; isOpen?: boolean }) {
  return isOpen ? (
    <span className={`light light-${light}`}>
      <i aria-hidden="true" />
      {lightLabels[light]}
    </span>
  ) : (
    <span className="light light-closed">
      <i aria-hidden="true" />
      已结
    </span>
  )
}
