import { useQuery } from '@tanstack/react-query'
import { codesQuery } from '@/entities/code/api/list-codes.ts'

/** Names of the flows that rules belong to; what belongs to all of them is 通用. */
export function useModuleWords() {
  const kinds = useQuery(codesQuery('work.kind'))
  const names = new Map(kinds.data?.map(({ code, label }) => [code, label]))
  return (module: string) => (module === 'work' ? '通用' : (names.get(module) ?? module))
}
