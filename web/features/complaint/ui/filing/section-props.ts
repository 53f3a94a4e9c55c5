import type { FilingForm } from '../../model/filing-form.ts'

export interface SectionProps {
  form: FilingForm
  errors: Partial<Record<keyof FilingForm, string>>
  onChange: (patch: Partial<FilingForm>) => void
}

/** Ids of controls follow the form's field names, so that the error summary can lead to them. */
export const fieldId = (field: keyof FilingForm) => `filing-${field}`
