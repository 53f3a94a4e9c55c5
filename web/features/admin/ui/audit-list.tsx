import { Button } from 'antd'
import { formatDateTime } from '@/shared/format/date.ts'
import { changesOf, opLabels, recordWord, type AuditEntry } from '../model/audit-entry.ts'
import type { AuditDictionary } from '../model/audit-words.ts'
import type { AuditFilter } from '../model/audit-filter.ts'

interface AuditListProps {
  entries: readonly AuditEntry[]
  dictionary: AuditDictionary
  onNarrow: (patch: Partial<AuditFilter>) => void
}

export function AuditList({ entries, dictionary, onNarrow }: AuditListProps) {
  return (
    <ol className="audit">
      {entries.map((entry) => (
        <li key={entry.id}>
          <p>
            <time dateTime={entry.at}>{formatDateTime(entry.at)}</time>
            <Button size="small" type="link" onClick={() => onNarrow({ actor: entry.actor })}>
              {dictionary.actorWord(entry.actor, entry.actor_name)}
            </Button>
            <strong>{opLabels[entry.op]}</strong>
            <Button size="small" type="link" onClick={() => onNarrow({ table: entry.table_name })}>
              {dictionary.tables[entry.table_name] ?? entry.table_name}
            </Button>
            <Button
              size="small"
              type="link"
              className="audit-key"
              title={entry.row_key}
              onClick={() => onNarrow({ table: entry.table_name, key: entry.row_key })}
            >
              {recordWord(entry, dictionary)}
            </Button>
          </p>
          <Changes entry={entry} dictionary={dictionary} />
        </li>
      ))}
    </ol>
  )
}

function Changes({ entry, dictionary }: { entry: AuditEntry; dictionary: AuditDictionary }) {
  return (
    <dl>
      {changesOf(entry, dictionary).map(({ field, before, after }) => (
        <div key={field}>
          <dt>{field}</dt>
          <dd>
            {before && <del title={before.full}>{before.text}</del>}
            {before && after && ' → '}
            {after && <ins title={after.full}>{after.text}</ins>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
