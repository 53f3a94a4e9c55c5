import { useQueries, useQuery } from '@tanstack/react-query'
import { Button, Popconfirm } from 'antd'
import { regionQuery } from '@/entities/region/api/list-regions.ts'
import { todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { ownMapsQuery } from '../api/own-maps.ts'
import { usePublishVersion } from '../api/versions.ts'
import { isShownIn, ownMapWords } from '../model/own-map.ts'
import { standingOf, type Version } from '../model/version.ts'
import { OwnMapForm } from './own-map-form.tsx'
import { VersionHistory } from './version-history.tsx'

/** The operator's own maps, which stand in the place of the schematic one. */
export function OwnMaps({ root }: { root: number }) {
  const query = useQuery(ownMapsQuery)
  return (
    <>
      <p className="muted">
        系统不附带任何地图界线，统计图用示意图。取得公开地图的使用权和审图号后，可在此上传，页面随即改用该地图并注明审图号和编制单位。
      </p>
      <OwnMapForm root={root} />
      <AsyncView query={query} empty="还没有上传过地图" isEmpty={(all) => all.length === 0}>
        {(all) => <Maps all={all} />}
      </AsyncView>
    </>
  )
}

function Maps({ all }: { all: readonly Version[] }) {
  const keys = [...new Set(all.map((version) => version.key))]
  const names = useQueries({ queries: keys.map((key) => regionQuery(Number(key))) })
  const nameOf = (key: string) => names[keys.indexOf(key)]?.data?.full_name ?? key
  const shown = all.filter((version) => standingOf(version, todayInShanghai()) === 'current' && isShownIn(version.body))
  return (
    <>
      {shown.map(({ id, key }) => (
        <StopShowing key={id} place={nameOf(key)} region={key} />
      ))}
      <VersionHistory versions={all} describe={({ key, body }) => ownMapWords(nameOf(key), body)} />
    </>
  )
}

/** From tomorrow: a day has one version, and today has the one that is shown. */
function StopShowing({ place, region }: { place: string; region: string }) {
  const publish = usePublishVersion()
  const tomorrow = new Date(Date.parse(todayInShanghai()) + 86_400_000).toISOString().slice(0, 10)
  return (
    <p>
      {place}正在使用上传的地图。{' '}
      <Popconfirm
        title={`${place}改用示意图？`}
        description="从明天起生效，上传的地图保留在历次版本中。"
        okText="改用示意图"
        onConfirm={() =>
          publish.mutateAsync({ kind: 'map', key: region, body: { is_shown: false }, from: tomorrow, reason: '改用示意图' }).catch(() => {})
        }
      >
        <Button size="small" loading={publish.isPending}>
          改用示意图
        </Button>
      </Popconfirm>
    </p>
  )
}
