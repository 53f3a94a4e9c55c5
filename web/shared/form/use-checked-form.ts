import { Form, type FormInstance } from 'antd'
import { useEffect, useId, useState } from 'react'
import type { z } from 'zod'
import type { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/to-app-error.ts'
import { formDraft } from '../hooks/form-draft.ts'
import { problemsOf } from './fields.ts'

export interface CheckedFormOptions<Schema extends z.ZodObject> {
  schema: Schema
  /** What the form begins with, before what was kept from last time. */
  initial?: Record<string, unknown>
  /** Names the form and the record: under it, what was typed is kept on this device until it has been sent. */
  draft?: string
  /** Refuses by throwing; the refusal is then shown, and nothing typed is lost. */
  onSubmit: (values: z.output<Schema>) => Promise<unknown>
  /** The field of the form that a refusal of the server speaks of, where the names differ. */
  fieldOf?: (field: string) => string
  form?: FormInstance
}

export interface CheckedForm {
  form: FormInstance
  schema: z.ZodObject
  name: string
  initial: Record<string, unknown>
  /** What was refused without naming a field. */
  problem: AppError | null
  isPending: boolean
  /** The form holds words from last time. */
  isRestored: boolean
  restart: () => void
  /** As if it had been typed: checked anew, and kept. */
  fill: (name: string, value: unknown) => void
  handleChange: (changed: object, all: Record<string, unknown>) => void
  handleFinish: (values: Record<string, unknown>) => Promise<void>
}

/** One way of checking, keeping, sending and being refused for every form of the work site. */
export function useCheckedForm<Schema extends z.ZodObject>(options: CheckedFormOptions<Schema>): CheckedForm {
  const { schema, draft, onSubmit, fieldOf = (field) => field } = options
  const [own] = Form.useForm()
  const form = options.form ?? own
  const name = useId()
  const [kept] = useState(() => (draft ? formDraft.read(draft) : {}))
  const [fresh] = useState(options.initial ?? {})
  const [problem, setProblem] = useState<AppError | null>(null)
  const [isPending, setPending] = useState(false)
  const [isRestored, setRestored] = useState(Object.keys(kept).length > 0)
  /** Anew each time something is wrong, also when it is the same field. */
  const [wrong, setWrong] = useState<{ name: string } | null>(null)

  // Once the sending no longer holds the fields back.
  useEffect(() => {
    if (wrong && !isPending) form.scrollToField(wrong.name, { block: 'center', focus: true })
  }, [form, wrong, isPending])

  const mark = (problems: readonly { name: string; message: string }[]) => {
    form.setFields(problems.map((one) => ({ name: one.name, errors: [one.message] })))
    setWrong(problems[0] ?? null)
    setProblem(null)
  }
  const handleChange = (changed: object, all: Record<string, unknown>) => {
    setProblem(null)
    form.setFields(Object.keys(changed).map((one) => ({ name: one, errors: [] })))
    if (draft) formDraft.write(draft, all)
  }
  return {
    form,
    schema,
    name,
    initial: { ...fresh, ...kept },
    problem,
    isPending,
    isRestored,
    restart: () => {
      if (draft) formDraft.clear(draft)
      setRestored(false)
      setProblem(null)
      // The fields began with the draft that has just been put away.
      form.setFields(Object.keys(form.getFieldsValue() as object).map((one) => ({ name: one, value: fresh[one], errors: [] })))
    },
    fill: (name, value) => {
      form.setFields([{ name, value, errors: [] }])
      handleChange({}, form.getFieldsValue() as Record<string, unknown>)
    },
    handleChange,
    handleFinish: async (values) => {
      const problems = problemsOf(schema, values)
      if (problems.length > 0) {
        mark(problems)
        return
      }
      setPending(true)
      setProblem(null)
      // What was refused last time may be right by now, though it was not touched.
      form.setFields(Object.keys(values).map((one) => ({ name: one, errors: [] })))
      try {
        await onSubmit(schema.parse(values) as z.output<Schema>)
        if (draft) formDraft.clear(draft)
        setRestored(false)
      } catch (error) {
        const known = toAppError(error)
        const field = known.field === undefined ? undefined : fieldOf(known.field)
        if (field !== undefined && field in values) mark([{ name: field, message: known.message }])
        else setProblem(known)
      } finally {
        setPending(false)
      }
    },
  }
}
