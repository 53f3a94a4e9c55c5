interface EmblemProps {
  size?: number
  /** One to four characters of the site's own, cut into the seal; without them the mark of the system. */
  text?: string | null | undefined
}

/** Where each character of a seal stands, by how many there are. */
const places: readonly (readonly { x: number; y: number }[])[] = [
  [],
  [{ x: 24, y: 24 }],
  [
    { x: 24, y: 14.5 },
    { x: 24, y: 33.5 },
  ],
  [
    { x: 14.5, y: 14.5 },
    { x: 33.5, y: 14.5 },
    { x: 24, y: 33.5 },
  ],
  [
    { x: 14.5, y: 14.5 },
    { x: 33.5, y: 14.5 },
    { x: 14.5, y: 33.5 },
    { x: 33.5, y: 33.5 },
  ],
]

export function Emblem({ size, text }: EmblemProps) {
  const characters = [...(text ?? '')].slice(0, 4)
  return (
    <svg viewBox="0 0 48 48" width={size} height={size} aria-hidden="true">
      <rect x="2" y="2" width="44" height="44" rx="7" fill="var(--seal-600)" />
      <rect x="5.5" y="5.5" width="37" height="37" rx="4" fill="none" stroke="#fff" strokeOpacity=".55" strokeWidth="1.2" />
      {characters.length === 0 ? (
        <OwnMark />
      ) : (
        <g className="emblem-text" fontSize={characters.length === 1 ? 29 : 17.5}>
          {places[characters.length]?.map(({ x, y }, index) => (
            <text key={`${x}-${y}`} x={x} y={y}>
              {characters[index]}
            </text>
          ))}
        </g>
      )}
    </svg>
  )
}

/** The character 互, two hooks holding each other. */
function OwnMark() {
  return (
    <g fill="none" stroke="#fff" strokeWidth="3.1" strokeLinecap="square">
      <path d="M13 13.2h22" />
      <path d="M20.6 13.2l-2.7 13.6h12.2" />
      <path d="M19.2 20.4h12.4l-2.9 14.4" />
      <path d="M11.5 34.8h25" />
    </g>
  )
}
