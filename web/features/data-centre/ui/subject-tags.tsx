import { useQuery } from '@tanstack/react-query'
import { Button, Select, Tag } from 'antd'
import { codesQuery } from '@/entities/code/api/list-codes.ts'
import { can } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { formatDate } from '@/shared/format/date.ts'
import { useSetTag } from '../api/subject-file.ts'
import type { SubjectFile } from '../model/subject-file.ts'

/** Tags with who set them; whoever may adds and takes off. */
export function SubjectTags({ subject, tags }: Pick<SubjectFile, 'subject' | 'tags'>) {
  const mayTag = can(useSession(), 'subject.tag')
  const codes = useQuery(codesQuery('subject.tag')).data ?? []
  const set = useSetTag()
  const labelOf = (tag: string) => codes.find(({ code }) => code === tag)?.label ?? tag
  const free = codes.filter(({ code }) => !tags.some((one) => one.tag === code))
  return (
    <>
      {tags.length === 0 && <p className="muted">没有标签</p>}
      <ul className="subject-tags">
        {tags.map((one) => (
          <li key={one.id}>
            <Tag color="processing">{labelOf(one.tag)}</Tag>
            <span className="muted">
              {one.set_words} {formatDate(one.set_at)}
            </span>
            {mayTag && (
              <Button
                size="small"
                type="link"
                aria-label={`去掉标签：${labelOf(one.tag)}`}
                onClick={() => set.mutate({ subjectId: one.subject_id, tag: one.tag, isSet: false })}
              >
                去掉
              </Button>
            )}
          </li>
        ))}
      </ul>
      {mayTag && free.length > 0 && (
        <Select
          className="filter-input"
          aria-label="加上标签"
          placeholder="加上标签"
          value={null}
          loading={set.isPending}
          options={free.map(({ code, label }) => ({ value: code, label }))}
          onChange={(tag: string | null) => tag && set.mutate({ subjectId: subject.id, tag, isSet: true })}
        />
      )}
    </>
  )
}
