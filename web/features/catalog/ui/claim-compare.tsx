import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import type { ItemBody } from '@/entities/catalog-item/model/catalog-item.ts'
import { useItemWords } from '@/entities/catalog-item/ui/use-item-words.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { bodiesQuery } from '../api/changes.ts'
import type { Claim } from '../model/claim.ts'
import { ChangeDiff } from './change-diff.tsx'

/** What changed since the body last claimed the item. */
export function ClaimCompare({ claim, onClose }: { claim: Claim; onClose: () => void }) {
  const { item_code: code, item_name: name, claimed_version: from, asked_version: to } = claim
  const query = useQuery(bodiesQuery([{ code, version: to }]))
  return (
    <Modal open width={860} title={`${name}：第 ${from} 版以来的变化`} footer={null} onCancel={onClose}>
      <AsyncView query={query}>
        {(bodies) => {
          const [before, after] = [bodies.get(`${code}@${from ?? 0}`), bodies.get(`${code}@${to}`)]
          return before && after ? <Compared name={name} before={before} after={after} /> : <p className="empty-line">没有找到可以对比的版本</p>
        }}
      </AsyncView>
    </Modal>
  )
}

function Compared({ name, before, after }: { name: string; before: ItemBody; after: ItemBody }) {
  const words = useItemWords([...before.bases, ...after.bases].map((one) => one.law_code))
  return <ChangeDiff label={name} before={before} after={after} words={words} />
}
