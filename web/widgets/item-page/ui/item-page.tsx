import { useQuery, useQueryClient, type UseQueryResult } from '@tanstack/react-query'
import { useCallback, useState, type ReactNode } from 'react'
import { itemQuery } from '@/entities/work-item/api/get-item.ts'
import { eventsQuery, termsQuery } from '@/entities/work-item/api/list-events.ts'
import { refreshWork } from '@/entities/work-item/api/refresh-work.ts'
import type { ActionForms } from '@/entities/work-item/model/field-controls.ts'
import type { InboxItem } from '@/entities/work-item/model/work-item.ts'
import { EventTimeline } from '@/entities/work-item/ui/event-timeline.tsx'
import { TermList } from '@/entities/work-item/ui/term-list.tsx'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { useTopic } from '@/shared/supabase/realtime.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import '../item-page.css'
import '../item-print.css'
import { ItemAnchors } from './item-anchors.tsx'
import type { UseProposals } from './item-controls.tsx'
import { ItemDesk } from './item-desk.tsx'
import { ItemFiles } from './item-files.tsx'
import { ItemHead } from './item-head.tsx'
import { ItemPapers } from './item-papers.tsx'
import { ItemRelatives } from './item-relatives.tsx'
import { QuerySection, SectionsContext, type Section } from './item-section.tsx'
import { ItemTrail } from './item-trail.tsx'
import { StepBar } from './step-bar.tsx'

interface ItemParts<Row> {
  /** Query root of the module. */
  module: string
  /** The list of the module, for whoever came by another way. */
  list: { title: string; path: string }
  /** Owner kind of the record's files. */
  files: string
  /** Forms of the module by the name that a transition gives. */
  forms?: ActionForms
  useProposals?: UseProposals
  /** What the record says: sections of the module. */
  facts: (record: Row) => ReactNode
  /** What stands beside, below the terms. */
  beside?: (record: Row) => ReactNode
}

interface Record {
  id: string
  item_id: string
}

/** The page of a work item, whatever its flow: where it stands, what can be done, what is known, what was done. */
export function ItemPage<Row extends Record>({ query, ...parts }: ItemParts<Row> & { query: UseQueryResult<Row> }) {
  return <AsyncView query={query}>{(record) => <RecordPage key={record.id} record={record} {...parts} />}</AsyncView>
}

function RecordPage<Row extends Record>(props: ItemParts<Row> & { record: Row }) {
  const { record, module, files } = props
  const client = useQueryClient()
  const query = useQuery(itemQuery(record.item_id))
  useTopic(`work:${record.item_id}`, () => {
    void refreshWork(client, module)
    void client.invalidateQueries({ queryKey: ['paper', record.item_id] })
    // Files are stored right after the step that announces them.
    for (const delay of [0, 3_000]) setTimeout(() => void client.invalidateQueries({ queryKey: ['attachment', files, record.id] }), delay)
  })
  return <AsyncView query={query}>{(item) => <ItemView item={item} {...props} />}</AsyncView>
}

function ItemView<Row extends Record>({
  item,
  record,
  module,
  list,
  files,
  forms,
  useProposals,
  facts,
  beside,
}: ItemParts<Row> & { record: Row; item: InboxItem }) {
  useDocumentTitle(item.title)
  const events = useQuery(eventsQuery(item.id))
  const terms = useQuery(termsQuery(item.id))
  const { sections, enter } = useSections()
  return (
    <SectionsContext value={enter}>
      <div className="item-page">
        <ItemTrail list={list} no={item.no} />
        <ItemHead item={item} />
        <StepBar item={item} events={events} />
        <ItemDesk item={item} module={module} files={{ ownerKind: files, ownerId: record.id }} forms={forms} useProposals={useProposals}>
          <ItemAnchors sections={sections} />
        </ItemDesk>
        <div className="item-grid">
          <div className="item-main">
            {facts(record)}
            <ItemPapers itemId={item.id} />
            <ItemFiles ownerKind={files} ownerId={record.id} isOpen={item.is_open} />
            <ItemRelatives item={item} />
            <div className="item-history">
              <QuerySection title="办理经过" query={events} isEmpty={(rows) => rows.length === 0}>
                {(rows) => <EventTimeline events={rows} />}
              </QuerySection>
            </div>
          </div>
          <div className="item-side">
            <QuerySection title="期限" query={terms} isEmpty={(rows) => rows.length === 0}>
              {(rows) => <TermList terms={rows} />}
            </QuerySection>
            {beside?.(record)}
          </div>
        </div>
      </div>
    </SectionsContext>
  )
}

/** Parts come and go with what is read; their order is that of the page. */
function useSections() {
  const [sections, setSections] = useState<readonly Section[]>([])
  const enter = useCallback((section: Section) => {
    setSections((all) => [...all, section].sort((a, b) => (a.node.compareDocumentPosition(b.node) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1)))
    return () => setSections((all) => all.filter((one) => one !== section))
  }, [])
  return { sections, enter }
}
