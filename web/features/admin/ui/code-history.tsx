import { useQuery } from '@tanstack/react-query'
import { Modal } from 'antd'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { versionsQuery } from '../api/versions.ts'
import { codeBodySchema, type CodeEntry } from '../model/code-entry.ts'
import { VersionHistory } from './version-history.tsx'

export function CodeHistory({ entry, onClose }: { entry: CodeEntry; onClose: () => void }) {
  const versions = useQuery(versionsQuery('code', entry.key))
  return (
    <Modal open title={`历次版本：${entry.body.label}`} footer={null} onCancel={onClose} width={640}>
      <AsyncView query={versions}>
        {(all) => (
          <VersionHistory
            versions={all}
            describe={({ body }) => {
              const said = codeBodySchema.parse(body)
              return said.is_active ? `${said.label}，顺序 ${said.sort}` : '停用'
            }}
          />
        )}
      </AsyncView>
    </Modal>
  )
}
