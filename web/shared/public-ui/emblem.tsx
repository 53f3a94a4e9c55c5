/** The mark: the character 互, two hooks holding each other, cut into a seal. */
export function Emblem({ size }: { size?: number }) {
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <rect x="2" y="2" width="44" height="44" rx="7" fill="var(--seal-600)" />
      <rect x="5.5" y="5.5" width="37" height="37" rx="4" fill="none" stroke="#fff" strokeOpacity=".55" strokeWidth="1.2" />
      <g fill="none" stroke="#fff" strokeWidth="3.1" strokeLinecap="square">
        <path d="M13 13.2h22" />
        <path d="M20.6 13.2l-2.7 13.6h12.2" />
        <path d="M19.2 20.4h12.4l-2.9 14.4" />
        <path d="M11.5 34.8h25" />
      </g>
    </svg>
  )
}
