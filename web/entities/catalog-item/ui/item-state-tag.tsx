import { itemStateLabels, type ItemState } from '../model/catalog-item.ts'
import './item-state-tag.css'

/** Said in words and by colour, on either site. */
export function ItemStateTag({ state }: { state: ItemState }) {
  return <span className={`item-state item-state-${state}`}>{itemStateLabels[state]}</span>
}
