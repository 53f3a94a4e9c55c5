import type { Officer } from '../model/officer.ts'
import { OfficerActs } from './officer-acts.tsx'

interface OfficerCardProps {
  officer: Officer
  onRoles: (officer: Officer) => void
}

export function OfficerCard({ officer, onRoles }: OfficerCardProps) {
  return (
    <>
      <strong>{officer.name}</strong>
      <p>
        <span>{officer.orgs?.name}</span>
        <span>{officer.title}</span>
        <span>{officer.is_active ? '正常' : '已停用'}</span>
        <OfficerActs officer={officer} onRoles={onRoles} />
      </p>
    </>
  )
}
