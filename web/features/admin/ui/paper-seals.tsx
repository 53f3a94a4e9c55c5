import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { orgQuery } from '@/entities/org/api/list-orgs.ts'
import { addDays, todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { paperSealsQuery } from '../api/paper-seals.ts'
import { usePublishVersion } from '../api/versions.ts'
import { paperSealWords, sealPath, sealsOn } from '../model/paper-seal.ts'
import type { Version } from '../model/version.ts'
import { PaperSealForm } from './paper-seal-form.tsx'
import { Signature } from './paper/signature.tsx'
import { useSealUrl } from './paper/use-seal-url.ts'
import { VersionHistory } from './version-history.tsx'

/** The pictures of seals that papers show, a body each. */
export function PaperSeals() {
  const query = useQuery(paperSealsQuery)
  return (
    <>
      <p className="muted">没有图样的单位，文书在落款处留出“（印章）”。已经制作的文书不受之后更换的影响。</p>
      <PaperSealForm />
      <AsyncView query={query} empty="还没有上传过印章图样" isEmpty={(all) => all.length === 0}>
        {(all) => <Seals all={all} />}
      </AsyncView>
    </>
  )
}

function Seals({ all }: { all: readonly Version[] }) {
  const keys = [...new Set(all.map((version) => version.key))]
  const orgs = useQueries({ queries: keys.map((key) => orgQuery(key)) })
  const nameOf = (key: string) => orgs[keys.indexOf(key)]?.data?.name ?? '该单位'
  return (
    <>
      <ul className="paper-seals">
        {sealsOn(all, todayInShanghai()).map((version) => (
          <Shown key={version.id} version={version} org={nameOf(version.key)} />
        ))}
      </ul>
      <VersionHistory versions={all} describe={({ key, body }) => paperSealWords(nameOf(key), body)} />
    </>
  )
}

/** Taken away from tomorrow: a day has one version, and today has the one that is shown. */
function Shown({ version: { key, body }, org }: { version: Version; org: string }) {
  const url = useSealUrl(sealPath(body))
  const publish = usePublishVersion()
  const tomorrow = addDays(todayInShanghai(), 1)
  return (
    <li>
      <div className="paper-seal-sample" role="group" aria-label={`${org}的落款样式`} lang="zh-CN">
        <Signature names={[org]} date="二〇二六年四月十五日" seal={url} />
      </div>
      <Popconfirm
        title={`${org}的文书不再显示印章图样？`}
        description="从明天起生效，已经制作的文书不变，图样保留在历次版本中。"
        okText="停用"
        onConfirm={() =>
          publish.mutateAsync({ kind: 'paper_seal', key, body: { is_used: false }, from: tomorrow, reason: '停用印章图样' }).catch(() => {})
        }
      >
        <Button size="small" loading={publish.isPending} aria-label={`停用图样：${org}`}>
          停用图样
        </Button>
      </Popconfirm>
    </li>
  )
}
