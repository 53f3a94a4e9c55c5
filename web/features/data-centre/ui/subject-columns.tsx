import { Link } from 'react-router'
import { kindLabels, licenceLights, stateLabels, type Subject } from '@/entities/subject/model/subject.ts'
import { LicenceBadge } from '@/entities/subject/ui/licence-badge.tsx'
import { SubjectState } from '@/entities/subject/ui/subject-state.tsx'
import { formatDate } from '@/shared/format/date.ts'
import type { DataColumn } from '@/shared/ui/data-column.ts'
import { dataCentrePaths } from '../paths.ts'

export const subjectColumns = (tagNames: ReadonlyMap<string, string>): readonly DataColumn<Subject>[] => {
  const tagsOf = (row: Subject) => row.tags.map((tag) => tagNames.get(tag) ?? tag).join('、')
  return [
    {
      key: 'name',
      title: '名称',
      width: 190,
      grows: true,
      sortBy: 'name',
      isRequired: true,
      render: (row) => (
        <Link className="two-rows" to={dataCentrePaths.subject(row.id)} title={row.name}>
          {row.name}
        </Link>
      ),
      text: (row) => row.name,
    },
    { key: 'uscc', title: '信用代码', width: 172, render: (row) => row.uscc ?? '无', text: (row) => row.uscc ?? '' },
    { key: 'kind', title: '类型', width: 88, render: (row) => kindLabels[row.kind], text: (row) => kindLabels[row.kind] },
    { key: 'state', title: '登记状态', width: 104, render: (row) => <SubjectState subject={row} />, text: (row) => stateLabels[row.state] },
    { key: 'region', title: '区划', width: 130, render: (row) => row.region_name, text: (row) => row.region_name },
    {
      key: 'licence',
      title: '许可证',
      width: 122,
      render: (row) => (row.licence_light ? <LicenceBadge light={row.licence_light} /> : '—'),
      text: (row) => (row.licence_light ? licenceLights[row.licence_light] : ''),
    },
    { key: 'tags', title: '标签', width: 100, render: (row) => tagsOf(row) || '—', text: tagsOf },
    {
      key: 'industry',
      title: '行业',
      width: 120,
      isOptional: true,
      render: (row) => row.industry_name ?? '—',
      text: (row) => row.industry_name ?? '',
    },
    { key: 'address', title: '地址', width: 180, isOptional: true, render: (row) => row.address, text: (row) => row.address },
    { key: 'person', title: '法定代表人', width: 100, isOptional: true, render: (row) => row.legal_person || '—', text: (row) => row.legal_person },
    {
      key: 'registered',
      title: '成立日期',
      width: 110,
      sortBy: 'registered_on',
      isOptional: true,
      render: (row) => formatDate(row.registered_on),
      text: (row) => row.registered_on ?? '',
    },
  ]
}
