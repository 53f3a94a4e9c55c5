import { useQuery } from '@tanstack/react-query'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import type { ChangeWords } from './change-columns.tsx'

/** A code stands for itself until its name is known. */
export function useChangeWords(): ChangeWords & { types: readonly Code[]; reasons: readonly Code[] } {
  const types = useQuery(codesQuery('catalog.change_type')).data ?? []
  const reasons = useQuery(codesQuery('catalog.change_reason')).data ?? []
  return { types, reasons, type: (code) => labelIn(types, code), reason: (code) => labelIn(reasons, code) }
}

interface Code {
  code: string
  label: string
}

const labelIn = (codes: readonly Code[], code: string) => codes.find((one) => one.code === code)?.label ?? code
