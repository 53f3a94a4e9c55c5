import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { foundSubjectsQuery } from '@/entities/subject/api/find-subjects.ts'
import { SubjectFacts } from '@/entities/subject/ui/subject-facts.tsx'
import { SubjectState } from '@/entities/subject/ui/subject-state.tsx'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { SearchBox } from '@/shared/ui/search-box.tsx'
import '../styles/subjects.css'

/** Finds a business and shows what the register says of it. */
export default function SubjectsPage() {
  const [params, setParams] = useSearchParams()
  const q = (params.get('q') ?? '').slice(0, 100).trim()
  const query = useQuery(foundSubjectsQuery(q))
  const [opened, setOpened] = useState<string>()
  return (
    <Page title="监管对象" subtitle="按名称、统一社会信用代码或地址查找登记的企业、个体工商户和事业单位">
      <div className="list-sheet">
        <SearchBox
          value={q}
          placeholder="名称、信用代码或地址的一部分"
          onSearch={(next) => setParams(next.trim() ? { q: next.trim() } : {}, { replace: true })}
        />
        {q === '' ? (
          <p className="empty-line">输入名称、信用代码或地址的一部分开始查找，一个字也可以。</p>
        ) : (
          <AsyncView query={query} empty="没有符合条件的监管对象" isEmpty={(rows) => rows.length === 0}>
            {(rows) => (
              <>
                <p role="status" className="muted">
                  {rows.length < 20 ? `共 ${rows.length} 家` : '显示前 20 家，请输入更完整的名称以缩小范围'}
                </p>
                <ul className="found-subjects">
                  {rows.map((row) => (
                    <li key={row.id}>
                      <button type="button" aria-expanded={opened === row.id} onClick={() => setOpened(opened === row.id ? undefined : row.id)}>
                        <strong>{row.name}</strong>
                        <SubjectState subject={row} />
                        <span className="muted">
                          {row.uscc ?? '无信用代码'} {row.region_name} {row.address}
                        </span>
                      </button>
                      {opened === row.id && <SubjectFacts subject={row} />}
                    </li>
                  ))}
                </ul>
              </>
            )}
          </AsyncView>
        )}
      </div>
    </Page>
  )
}
