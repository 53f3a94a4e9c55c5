import type { ComponentType } from 'react'

export interface ControlProps<Value> {
  id?: string
  value?: Value
  onChange?: (value: Value | undefined) => void
}

/** Pickers of other nouns, given by the caller: one entity does not import another. */
export interface FieldControls {
  region: ComponentType<ControlProps<number>>
  code: ComponentType<ControlProps<string> & { codeSet: string }>
  /** Of the files of the record that the item is about. */
  files: ComponentType<ControlProps<string[]>>
  /** Hook: bodies that the module proposes for the record, the best first; always the same function for one page. */
  useProposals?: () => readonly Proposal[]
}

export interface Proposal {
  id: string
  reason: string
}

/** A module's own form for a move: draws `Form.Item`s under the names that the move requires. */
export type ActionForms = Readonly<Record<string, ComponentType<{ itemId: string }>>>
