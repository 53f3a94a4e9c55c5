import { licenceLights, type LicenceLight } from '../model/subject.ts'

/** Colour is never alone: the word stands beside it. */
export const LicenceBadge = ({ light }: { light: LicenceLight }) => (
  <span className={`light light-${light}`}>
    <i aria-hidden="true" />
    {licenceLights[light]}
  </span>
)
