import { toAppError } from '@/shared/errors/to-app-error.ts'

/** A refusal of the database under the field it names; what names none of them stands above the form. */
export function fieldProblem(
  error: unknown,
  fields: readonly string[],
  nameOf: (field: string | undefined) => string | undefined = (field) => field,
) {
  if (!error) return { problemOf: () => undefined, general: undefined }
  const { field, message } = toAppError(error)
  const name = nameOf(field)
  const isShown = name !== undefined && fields.includes(name)
  return {
    problemOf: (one: string) => (isShown && one === name ? { validateStatus: 'error' as const, help: message } : undefined),
    general: isShown ? undefined : message,
  }
}
