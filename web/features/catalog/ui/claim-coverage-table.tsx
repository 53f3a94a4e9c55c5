import { Link } from 'react-router'
import { ExportButton } from '@/shared/ui/export-button.tsx'
import { Panel } from '@/shared/ui/panel.tsx'
import { ScrollBox } from '@/shared/ui/scroll-box.tsx'
import {
  coverageGroups,
  coverageRate,
  coverageTotal,
  placeOfGroup,
  rateText,
  type CoverageRequest,
  type CoverageRow,
} from '../model/claim-coverage.ts'
import { catalogPaths, type ClaimLink } from '../paths.ts'

const counts = [
  { key: 'asked', title: '应认领', state: 'all' },
  { key: 'claimed', title: '已认领', state: 'claimed' },
  { key: 'pending', title: '待认领', state: 'pending' },
  { key: 'declining', title: '申请不认领', state: 'declining' },
  { key: 'declined', title: '同意不认领', state: 'declined' },
] as const

interface TableProps {
  rows: readonly CoverageRow[]
  request: CoverageRequest
}

const nameOf = ({ label, key }: CoverageRow) => label ?? key

/** To the rows that a number counts. */
function Count({ n, what, link }: { n: number; what: string; link: ClaimLink }) {
  if (n === 0) return <>0</>
  // Said as it is written.
  const text = n.toLocaleString('zh-CN')
  return (
    <Link to={catalogPaths.claims({ scope: 'all', ...link })} aria-label={`${what} ${text}，查看清单`}>
      {text}
    </Link>
  )
}

/** All of it together. */
export function CoverageTotal({ rows, request: { region, line } }: TableProps) {
  const total = coverageTotal(rows)
  return (
    <ul className="coverage-total" aria-label="合计">
      <li>
        认领率<strong>{rateText(coverageRate(total))}</strong>
      </li>
      {counts.map(({ key, title, state }) => (
        <li key={key}>
          {title}
          <strong>
            <Count n={total[key]} what={title} link={{ region, state, ...(line ? { line } : {}) }} />
          </strong>
        </li>
      ))}
    </ul>
  )
}

/** The furthest behind first, as they come. */
export function ClaimCoverageTable({ rows, request }: TableProps) {
  const title = `认领情况（${coverageGroups[request.by]}）`
  return (
    <Panel
      title={title}
      extra={
        <ExportButton<CoverageRow>
          name={title}
          columns={[
            { title: head(request), text: nameOf },
            { title: '认领率', text: (row) => rateText(coverageRate(row)) },
            ...counts.map(({ key, title: text }) => ({ title: text, text: (row: CoverageRow) => row[key] })),
          ]}
          count={rows.length}
          readPage={(offset, limit) => Promise.resolve(rows.slice(offset, offset + limit))}
        />
      }
    >
      <ScrollBox label={title}>
        <table className="coverage-table">
          <thead>
            <tr>
              <th scope="col">{head(request)}</th>
              <th scope="col">认领率</th>
              {counts.map(({ key, title: text }) => (
                <th key={key} scope="col">
                  {text}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key}>
                <th scope="row">{nameOf(row)}</th>
                <td>{rateText(coverageRate(row))}</td>
                {counts.map(({ key, title: text, state }) => (
                  <td key={key}>
                    <Count n={row[key]} what={`${nameOf(row)}${text}`} link={{ ...placeOfGroup(row, request), state }} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </Panel>
  )
}

const head = ({ by }: CoverageRequest) => ({ region: '地区', line: '部门', org: '单位', item: '事项' })[by]
