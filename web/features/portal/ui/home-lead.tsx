import { Link } from 'react-router'
import type { HomeAct, PublicManifest } from '@/shared/module/public-manifest.ts'

interface HomeLeadProps {
  lead: NonNullable<PublicManifest['home']>['lead']
  acts: readonly HomeAct[]
}

/** What the site is for, and its ways in, the first of them the broadest. */
export function HomeLead({ lead, acts }: HomeLeadProps) {
  return (
    <section className="home-lead">
      <h1>{lead.title}</h1>
      <p>{lead.text}</p>
      <div className="home-acts">
        {acts.map(({ path, title, hint }, index) => (
          <Link key={path} className={index === 0 ? 'home-act home-act-main' : 'home-act'} to={path}>
            <strong>{title}</strong>
            <span>{hint}</span>
          </Link>
        ))}
      </div>
    </section>
  )
}
