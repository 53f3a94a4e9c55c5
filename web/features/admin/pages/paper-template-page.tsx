import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { paperKindsQuery } from '../api/paper-kinds.ts'
import { versionsQuery } from '../api/versions.ts'
import { templateBodySchema, templateWords, type PaperKind } from '../model/paper-template.ts'
import { comingOf, currentOf, periodWord } from '../model/version.ts'
import { adminPaths } from '../paths.ts'
import '../styles/admin.css'
import { PaperEditor } from '../ui/paper/paper-editor.tsx'
import { TemplateSheet } from '../ui/paper/template-sheet.tsx'
import { VersionHistory } from '../ui/version-history.tsx'

export default function PaperTemplatePage() {
  const { kind = '' } = useParams()
  const kinds = useQuery(paperKindsQuery)
  return (
    <AsyncView query={kinds}>
      {(all) => {
        const spec = all.find((one) => one.kind === kind)
        return spec ? (
          <Template key={kind} spec={spec} />
        ) : (
          <StateMessage title="没有找到" text="没有这种文书，可能是链接有误。" action={<Link to={adminPaths.paperTemplates()}>全部文书模板</Link>} />
        )
      }}
    </AsyncView>
  )
}

function Template({ spec }: { spec: PaperKind }) {
  const today = todayInShanghai()
  const versions = useQuery(versionsQuery('paper', spec.kind))
  const [isEditing, setEditing] = useState(false)
  const current = currentOf(versions.data ?? [], today)
  const body = current && templateBodySchema.parse(current.body)
  const coming = comingOf(versions.data ?? [], today)
  return (
    <Page
      title={spec.label}
      isTyped
      subtitle={<Link to={adminPaths.paperTemplates()}>全部文书模板</Link>}
      actions={
        current &&
        !isEditing && (
          <Button type="primary" onClick={() => setEditing(true)}>
            起草新版本
          </Button>
        )
      }
    >
      <AsyncView query={versions}>
        {(all) => (
          <>
            {coming && <Alert className="year-facts" type="info" showIcon title={`第 ${coming.version} 版待生效：${periodWord(coming)}`} />}
            {body && isEditing && <PaperEditor spec={spec} body={body} onClose={() => setEditing(false)} />}
            {body && !isEditing && <TemplateSheet spec={spec} template={body} />}
            <h2 className="section-title">历次版本</h2>
            <VersionHistory versions={all} describe={(version) => templateWords(templateBodySchema.parse(version.body), spec.fields)} />
          </>
        )}
      </AsyncView>
    </Page>
  )
}
