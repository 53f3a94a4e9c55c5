import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { Emblem } from '@/shared/public-ui/emblem.tsx'
import { titleClass } from '@/shared/public-ui/title-class.ts'

export function WorkBrand() {
  const site = useQuery(siteQuery)
  const name = site.data?.short_name ?? '互联网＋监管'
  return (
    <Link to="/work" className="work-brand">
      <Emblem size={30} text={site.data?.parameters.seal_text} />
      <span className={titleClass(name)}>
        {name}
        <small>工作界面</small>
      </span>
    </Link>
  )
}
