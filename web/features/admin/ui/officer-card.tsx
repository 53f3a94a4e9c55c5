import { OfficerActs, type OfficerActsProps } from './officer-acts.tsx'

export function OfficerCard(props: OfficerActsProps) {
  const { officer } = props
  return (
    <>
      <strong>{officer.name}</strong>
      <p>
        <span>{officer.orgs?.name}</span>
        <span>{officer.title}</span>
        <span>{officer.is_active ? '正常' : '已停用'}</span>
        <OfficerActs {...props} />
      </p>
    </>
  )
}
