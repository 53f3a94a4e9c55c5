import type { Officer } from '../model/officer.ts'
import { ActiveButton } from './active-button.tsx'

export function OfficerCard({ officer }: { officer: Officer }) {
  return (
    <>
      <strong>{officer.name}</strong>
      <p>
        <span>{officer.orgs?.name}</span>
        <span>{officer.title}</span>
        <span>{officer.is_active ? '正常' : '已停用'}</span>
        <ActiveButton officer={officer} />
      </p>
    </>
  )
}
