import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { siteQuery } from '@/entities/site/api/get-site.ts'
import { complaintPaths } from '../paths.ts'
import '../styles/home.css'
import { CaseKinds } from '../ui/home/case-kinds.tsx'
import { ProcessSteps } from '../ui/home/process-steps.tsx'

/** The module's part of the home page; the ways in are in public.ts. */
export default function HomeSections() {
  const site = useQuery(siteQuery)
  return (
    <>
      <CaseKinds />
      <ProcessSteps />
      <section className="home-band" aria-labelledby="who">
        <h2 id="who">谁在负责</h2>
        <p>
          {site.data?.name ?? '本平台'}
          按“属地管理、分级负责”把您反映的事项交给有法定职责的监管部门，并公开承办单位、办理期限和答复。协调机构对超期事项催办、督办。
          <Link to={complaintPaths.about()}>阅读填报须知</Link>
        </p>
      </section>
    </>
  )
}
