import type { UseQueryResult } from '@tanstack/react-query'
import { createContext, use, useEffect, useId, useRef, type ReactNode } from 'react'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Panel } from '@/shared/ui/panel.tsx'

export interface Section {
  id: string
  title: string
  node: HTMLElement
}

/** Tells the page that a part is there; the answer takes it back. */
export const SectionsContext = createContext<(section: Section) => () => void>(() => () => undefined)

/** A part of an item's page, to which its menu leads. */
export function ItemSection({ title, extra, children }: { title: string; extra?: ReactNode; children: ReactNode }) {
  const id = useId()
  const node = useRef<HTMLElement>(null)
  const enter = use(SectionsContext)
  useEffect(() => (node.current ? enter({ id, title, node: node.current }) : undefined), [enter, id, title])
  return (
    <section ref={node} id={id} className="item-section" aria-label={title} tabIndex={-1}>
      <Panel title={title} extra={extra}>
        {children}
      </Panel>
    </section>
  )
}

interface QuerySectionProps<T> {
  title: string
  query: UseQueryResult<T>
  isEmpty: (data: T) => boolean
  children: (data: T) => ReactNode
}

/** A part that is there only when there is something in it, or when it could not be read. */
export function QuerySection<T>({ title, query, isEmpty, children }: QuerySectionProps<T>) {
  const isShown = query.data === undefined ? query.isError : !isEmpty(query.data)
  if (!isShown) return <></>
  return (
    <ItemSection title={title}>
      <AsyncView query={query}>{children}</AsyncView>
    </ItemSection>
  )
}
