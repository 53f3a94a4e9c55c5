import { useQuery } from '@tanstack/react-query'
import { orgsAtQuery } from '../api/list-orgs.ts'

interface OrgLeavesProps {
  region: number
  value: string | undefined
  onPick: (org: string) => void
}

/** The bodies of one place, as entries of the tree. */
export function OrgLeaves({ region, value, onPick }: OrgLeavesProps) {
  const query = useQuery(orgsAtQuery(region))
  if (query.isError) return <li className="tree-note">单位加载失败</li>
  return query.data?.map(({ id, name, short_name: short }) => (
    <li key={id}>
      <div className="tree-row">
        <span className="tree-toggle" />
        <button type="button" className="tree-name tree-org" title={name} aria-current={value === id} onClick={() => onPick(id)}>
          {short || name}
        </button>
      </div>
    </li>
  ))
}
