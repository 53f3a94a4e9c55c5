import { StarFilled, StarOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useFollowItem } from '../api/follow-item.ts'

export function FollowButton({ itemId, isFollowed }: { itemId: string; isFollowed: boolean }) {
  const follow = useFollowItem()
  return (
    <Button
      aria-pressed={isFollowed}
      icon={isFollowed ? <StarFilled /> : <StarOutlined />}
      loading={follow.isPending}
      onClick={() => follow.mutate({ itemId, isOn: !isFollowed })}
    >
      {isFollowed ? '已关注' : '关注'}
    </Button>
  )
}
