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
}
