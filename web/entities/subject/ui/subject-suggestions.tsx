import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useSettled } from '@/shared/hooks/use-settled.ts'
import { suggestedSubjectsQuery } from '../api/suggest-subjects.ts'
import './subject-suggestions.css'

interface SubjectSuggestionsProps {
  name: string
  regionCode: number | null
  onPick: (name: string) => void
}

/** Registered businesses of a like name, to choose from. Never needed: without an answer there is nothing here. */
export function SubjectSuggestions({ name, regionCode, onPick }: SubjectSuggestionsProps) {
  const asked = useSettled(name.trim(), 500)
  const [picked, setPicked] = useState(name.trim())
  const query = useQuery(suggestedSubjectsQuery(asked === picked ? '' : asked, regionCode))
  const rows = asked === name.trim() && asked !== picked ? (query.data ?? []) : []
  return (
    <div role="status" className="field-offer">
      {rows.length > 0 && (
        <>
          <p className="field-hint">登记的单位里有名称相近的，是其中一家请点选；都不是的，不用选：</p>
          <ul className="subject-suggestions">
            {rows.map((row) => (
              <li key={`${row.name} ${row.codeMasked ?? ''}`}>
                <button
                  type="button"
                  onClick={() => {
                    setPicked(row.name)
                    onPick(row.name)
                  }}
                >
                  <strong>{row.name}</strong>
                  <span>
                    {row.regionName} {row.codeMasked}
                  </span>
                </button>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
