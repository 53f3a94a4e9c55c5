import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { Emblem } from '@/shared/public-ui/emblem.tsx'

export function WorkBrand() {
  const site = useQuery(siteQuery)
  return (
    <Link to="/work" className="work-brand">
      <Emblem size={30} text={site.data?.parameters.seal_text} />
      <span>
        {site.data?.short_name ?? '互联网＋监管'}
        <small>工作界面</small>
      </span>
    </Link>
  )
}
