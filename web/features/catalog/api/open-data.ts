import { itemCodesQuery } from '@/entities/catalog-item/api/list-words.ts'
import { itemColumns, itemRow, itemSets, type CatalogItem } from '@/entities/catalog-item/model/catalog-item.ts'
import type { ItemWords } from '@/entities/catalog-item/model/item-fields.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { saveFile } from '@/shared/format/save-file.ts'
import { restGet } from '@/shared/http/rest.ts'
import type { QueryClient } from '@tanstack/react-query'
import { openCsv, openJson } from '../model/open-data.ts'

export const openCap = 5_000
const stretch = 1_000

/** Everything that is published, by code, with what was repealed; each stretch begins behind the last code of the one before. */
async function allItems(): Promise<CatalogItem[]> {
  const rows: CatalogItem[] = []
  while (rows.length < openCap) {
    const last = rows.at(-1)
    const after: Record<string, string> = last ? { code: `gt.${last.code}` } : {}
    const next = await restGet('catalog_item_list', { select: itemColumns, order: 'code', limit: String(stretch), ...after }, itemRow)
    rows.push(...next)
    if (next.length < stretch) break
  }
  return rows
}

/** The whole catalogue as a file, made here: no account, no limit but its size. Gives how many items it holds. */
export async function saveOpenData(format: 'csv' | 'json', site: string, client: QueryClient): Promise<number> {
  const [rows, codes] = await Promise.all([allItems(), client.fetchQuery(itemCodesQuery)])
  const word: ItemWords['code'] = (set, code) => codes.find((one) => one.set_key === itemSets[set] && one.code === code)?.label ?? code
  const day = todayInShanghai()
  const name = `监管事项目录清单-${day}`
  if (format === 'csv') saveFile(`${name}.csv`, openCsv(rows, word), 'text/csv;charset=utf-8')
  else saveFile(`${name}.json`, openJson(rows, word, site, day), 'application/json')
  return rows.length
}
