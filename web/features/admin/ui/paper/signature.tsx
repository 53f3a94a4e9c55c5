import './paper.css'

interface SignatureProps {
  /** Who signs, line by line. */
  names: readonly string[]
  date: string
  /** Address of the picture of the seal; without one a line says where the seal belongs. */
  seal: string | undefined
}

/** 落款, with the seal over it as the PDF has it. */
export function Signature({ names, date, seal }: SignatureProps) {
  return (
    <div className="paper-sheet-right paper-sheet-signature">
      {seal && <img src={seal} alt="印章图样" />}
      {names.map((name) => (
        <p key={name}>{name}</p>
      ))}
      <p>{date}</p>
      {!seal && <p>（印章）</p>}
    </div>
  )
}
