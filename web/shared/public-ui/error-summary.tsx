import { useEffect, useRef } from 'react'

export interface FormProblem {
  fieldId: string
  text: string
}

interface ErrorSummaryProps {
  problems: readonly FormProblem[]
  /** Changes with every failed attempt, so that focus returns here each time. */
  attempt: number
}

/** List of what is wrong, above the form; each line leads to its field. */
export function ErrorSummary({ problems, attempt }: ErrorSummaryProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (attempt > 0) box.current?.focus()
  }, [attempt])
  const handleJump = (fieldId: string) => {
    const target = document.getElementById(fieldId)
    target?.focus()
    target?.scrollIntoView({ block: 'center' })
  }
  return (
    <div className="error-summary" role="alert" tabIndex={-1} ref={box}>
      <strong>还有 {problems.length} 处需要修改</strong>
      <ul>
        {problems.map((problem) => (
          <li key={problem.fieldId + problem.text}>
            <a
              href={`#${problem.fieldId}`}
              onClick={(event) => {
                event.preventDefault()
                handleJump(problem.fieldId)
              }}
            >
              {problem.text}
            </a>
          </li>
        ))}
      </ul>
    </div>
  )
}
