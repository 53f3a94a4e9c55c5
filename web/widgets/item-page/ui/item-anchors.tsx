import type { MouseEvent } from 'react'
import type { Section } from './item-section.tsx'

/** Fewer parts are seen at a glance. */
const least = 5

/** The parts of a long page. The address stays: it carries the list that one came from. */
export function ItemAnchors({ sections }: { sections: readonly Section[] }) {
  if (sections.length < least) return <></>
  const go = (event: MouseEvent, { node }: Section) => {
    event.preventDefault()
    node.scrollIntoView({ block: 'start' })
    node.focus({ preventScroll: true })
  }
  return (
    <nav className="item-anchors" aria-label="本页内容">
      {sections.map((section) => (
        <a key={section.id} href={`#${section.id}`} onClick={(event) => go(event, section)}>
          {section.title}
        </a>
      ))}
    </nav>
  )
}
