import { rolesOf } from '../model/officer.ts'
import { OfficerActs, type OfficerActsProps } from './officer-acts.tsx'

interface OfficerCardProps extends OfficerActsProps {
  roleNames: ReadonlyMap<string, string>
}

export function OfficerCard({ roleNames, ...props }: OfficerCardProps) {
  const { officer } = props
  return (
    <>
      <strong>{officer.name}</strong>
      <p>
        <span>{officer.orgs?.name}</span>
        <span>{officer.title}</span>
        <span>{rolesOf(officer, roleNames) || '未分配角色'}</span>
        <span>{officer.is_active ? '正常' : '已停用'}</span>
        <OfficerActs {...props} />
      </p>
    </>
  )
}
