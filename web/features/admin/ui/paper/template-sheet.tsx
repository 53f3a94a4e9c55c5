import { useQuery } from '@tanstack/react-query'
import type { PaperTemplate } from '@contract/paper-text.ts'
import { orgQuery } from '@/entities/org/api/list-orgs.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { paperSealsQuery } from '../../api/paper-seals.ts'
import { sealPath, sealsOn } from '../../model/paper-seal.ts'
import { sheetValues, type PaperKind } from '../../model/paper-template.ts'
import { PaperSheet } from './paper-sheet.tsx'
import { useSealUrl } from './use-seal-url.ts'

/** A template as a paper of a body that has a seal, where there is one: nobody's seal stands under another's name. */
export function TemplateSheet({ spec, template }: { spec: PaperKind; template: PaperTemplate }) {
  const { data: all = [] } = useQuery(paperSealsQuery)
  const [shown] = sealsOn(all, todayInShanghai())
  const url = useSealUrl(sealPath(shown?.body ?? {}))
  const org = useQuery(orgQuery(shown?.key)).data
  const examples = sheetValues(spec.fields, template.no_word)
  const isSealed = url !== undefined && org
  return <PaperSheet template={template} values={isSealed ? { ...examples, org_name: org.name } : examples} seal={isSealed ? url : undefined} />
}
