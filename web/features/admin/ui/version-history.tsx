import { Button, Popconfirm } from 'antd'
import { formatDateTime, todayInShanghai } from '@/shared/format/date.ts'
import { useWithdrawVersion } from '../api/versions.ts'
import { periodWord, standingLabels, standingOf, type Version } from '../model/version.ts'

interface VersionHistoryProps {
  versions: readonly Version[]
  /** What a version says, in one line. */
  describe: (version: Version) => string
}

/** 历次版本, the newest first; one whose day has not come can be taken back. */
export function VersionHistory({ versions, describe }: VersionHistoryProps) {
  const today = todayInShanghai()
  const withdraw = useWithdrawVersion()
  return (
    <ol className="versions" aria-label="历次版本">
      {versions.map((version) => {
        const standing = standingOf(version, today)
        return (
          <li key={version.id} className={`is-${standing}`}>
            <p className="version-head">
              <strong>第 {version.version} 版</strong>
              <span className={`standing standing-${standing}`}>{standingLabels[standing]}</span>
              <span>{periodWord(version)}</span>
              {standing === 'coming' && (
                <Popconfirm
                  title={`撤回第 ${version.version} 版？`}
                  description="前一版本将继续适用。"
                  okText="撤回"
                  onConfirm={() => withdraw.mutateAsync(version.id).catch(() => {})}
                >
                  <Button size="small" danger loading={withdraw.isPending && withdraw.variables === version.id}>
                    撤回
                  </Button>
                </Popconfirm>
              )}
            </p>
            <p className="version-body">{describe(version)}</p>
            <p className="muted">
              {version.reason} · {version.publisher?.name ?? '系统'} {formatDateTime(version.published_at)} 发布
              {version.withdrawn_at && ` · ${formatDateTime(version.withdrawn_at)} 撤回`}
            </p>
          </li>
        )
      })}
    </ol>
  )
}
