import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Link } from 'react-router'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { SubjectState } from '@/entities/subject/ui/subject-state.tsx'
import { overseesRegion } from '@/widgets/work-list/model/scope.ts'
import { ListPage } from '@/widgets/work-list/ui/list-page.tsx'
import { useListAddress } from '@/widgets/work-list/ui/use-list-address.ts'
import { industriesQuery, readSubjects, subjectsQuery } from '../api/list-subjects.ts'
import { subjectsSearch } from '../model/subjects-filter.ts'
import { dataCentrePaths } from '../paths.ts'
import '../styles/subjects.css'
import { subjectColumns } from '../ui/subject-columns.tsx'
import { SubjectFilters } from '../ui/subject-filters.tsx'

/** The library of subjects: those of one's region, or whatever is found by name, code or address. */
export default function SubjectsPage() {
  const session = useSession()
  const home = session.region_code
  const address = useListAddress('subjects', subjectsSearch)
  const { state, update } = address
  const query = useQuery({ ...subjectsQuery(state, home), enabled: address.isDecided })
  const industries = useQuery(industriesQuery).data ?? []
  const tags = useQuery(codesQuery('subject.tag')).data
  const tagNames = useMemo(() => new Map(tags?.map(({ code, label }) => [code, label])), [tags])
  return (
    <ListPage
      list="subjects"
      title="监管对象"
      subtitle={state.q ? '按相近程度显示前 20 家，没有要找的请输入更完整的名称' : undefined}
      search={subjectsSearch}
      address={address}
      names={{ tag: state.tag && tagNames.get(state.tag), industry: industries.find(({ code }) => code === state.industry)?.name }}
      {...(overseesRegion(session) ? { tree: 'places' as const } : {})}
      filters={<SubjectFilters filter={state} industries={industries} tags={tags ?? []} onChange={update} />}
      table={{
        label: '监管对象',
        query,
        columns: subjectColumns(tagNames),
        rowKey: (row) => row.id,
        card: (row) => (
          <>
            <Link to={dataCentrePaths.subject(row.id)}>{row.name}</Link>
            <SubjectState subject={row} />
            <p>
              <span>{row.uscc ?? '无信用代码'}</span>
              <span>
                {row.region_name} {row.address}
              </span>
            </p>
          </>
        ),
        empty: '没有符合条件的监管对象',
        readPage: (offset, limit) => readSubjects(state, home, offset, limit),
      }}
    />
  )
}
