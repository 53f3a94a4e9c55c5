import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { OrgLeaves } from '@/entities/org/ui/org-leaves.tsx'
import { RegionTree } from '@/entities/region/ui/region-tree.tsx'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { overseesRegion } from '../model/scope.ts'
import { useSideTrees } from '../model/side-tree-store.ts'

/** Whether the tree stands beside a list, so that it needs no other choice of a place. */
export function useSideTree(list: string) {
  const session = useSession()
  const isWide = useMediaQuery('(min-width: 992px)')
  const isFolded = useSideTrees((store) => store.folded[list] ?? false)
  const hasTree = isWide && overseesRegion(session)
  return { hasTree, isFolded, isShown: hasTree && !isFolded }
}

interface SideTreeProps {
  list: string
  region: number | undefined
  onRegion: (code: number | undefined) => void
  /** Bodies stand in the tree as well, and one of them may be picked. */
  bodies?: { value: string | undefined; onPick: (org: string) => void }
  children: ReactNode
}

/** The places of one's region beside a list, for whoever oversees them; put away at will, and not on a phone. */
export function SideTree({ list, region, onRegion, bodies, children }: SideTreeProps) {
  const session = useSession()
  const { hasTree, isFolded } = useSideTree(list)
  const fold = useSideTrees((store) => store.fold)
  if (!hasTree) return <>{children}</>
  const root = session.region_code
  return (
    <div className="with-tree">
      <nav className={isFolded ? 'side-tree is-folded' : 'side-tree'} aria-label="按地区查看">
        <div className="side-tree-head">
          {!isFolded && (
            <button
              type="button"
              className="tree-name"
              aria-current={region === undefined && !bodies?.value}
              title={session.region_name}
              onClick={() => onRegion(undefined)}
            >
              全部辖区
            </button>
          )}
          <Button
            type="text"
            size="small"
            aria-expanded={!isFolded}
            aria-label={isFolded ? '展开地区树' : '收起地区树'}
            icon={isFolded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
            onClick={() => fold(list, !isFolded)}
          />
        </div>
        {!isFolded && (
          <RegionTree
            root={root}
            value={bodies?.value ? undefined : region}
            onPick={onRegion}
            {...(bodies ? { leaves: (code: number) => <OrgLeaves region={code} value={bodies.value} onPick={bodies.onPick} /> } : {})}
          />
        )}
      </nav>
      <div className="beside-tree">{children}</div>
    </div>
  )
}
