import { useQuery } from '@tanstack/react-query'
import { useOnline } from '@/shared/hooks/use-online.ts'
import { versionQuery } from './version-query.ts'

/** One line above the page: no network, or a newer version waiting. */
export function StatusBanner() {
  const isOnline = useOnline()
  const version = useQuery(versionQuery)
  if (!isOnline) {
    return (
      <div className="banner" role="status">
        网络已断开。已填写的内容保存在本机，恢复后可继续提交。
      </div>
    )
  }
  return version.data?.isNewer ? (
    <div className="banner" role="status">
      系统有新版本，草稿不会丢失。
      <button type="button" onClick={() => window.location.reload()}>
        立即刷新
      </button>
    </div>
  ) : (
    <></>
  )
}
