import { useQuery } from '@tanstack/react-query'
import { lawsOfQuery } from '../api/list-laws.ts'
import { itemCodesQuery, itemLinesQuery, mainItemsQuery } from '../api/list-words.ts'
import { itemSets } from '../model/catalog-item.ts'
import type { ItemWords } from '../model/item-fields.ts'

const nameIn = (rows: readonly { code: string; name: string }[] | undefined, code: string) => rows?.find((one) => one.code === code)?.name ?? code

/** Words for the codes of items; a code stands for itself until its name is known. `laws`: those that are spoken of. */
export function useItemWords(laws: readonly string[] = []): ItemWords & { isPending: boolean } {
  const codes = useQuery(itemCodesQuery)
  const lines = useQuery(itemLinesQuery)
  const mains = useQuery(mainItemsQuery)
  const known = useQuery(lawsOfQuery(laws))
  return {
    isPending: codes.isPending || lines.isPending || mains.isPending || (laws.length > 0 && known.isPending),
    line: (code) => nameIn(lines.data, code),
    main: (code) => nameIn(mains.data, code),
    code: (set, code) => codes.data?.find((one) => one.set_key === itemSets[set] && one.code === code)?.label ?? code,
    law: (code) => `《${known.data?.find((one) => one.code === code)?.title ?? code}》`,
  }
}
