import { useQuery } from '@tanstack/react-query'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { todayInShanghai } from '@/shared/format/date.ts'
import { AsyncView } from '@/shared/ui/async-view.tsx'
import { Page } from '@/shared/ui/page.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { versionsQuery } from '../api/versions.ts'
import { moduleOf, ruleBodySchema, ruleWords } from '../model/deadline-rule.ts'
import { comingOf, currentOf, periodWord } from '../model/version.ts'
import { adminPaths } from '../paths.ts'
import '../styles/admin.css'
import { PublishRuleDialog } from '../ui/publish-rule-dialog.tsx'
import { RuleFacts } from '../ui/rule-facts.tsx'
import { useModuleWords } from '../ui/use-module-words.ts'
import { VersionHistory } from '../ui/version-history.tsx'

export default function DeadlineRulePage() {
  const { key = '' } = useParams()
  const today = todayInShanghai()
  const moduleWord = useModuleWords()
  const versions = useQuery(versionsQuery('deadline_rule', key))
  const [isPublishing, setPublishing] = useState(false)
  const current = currentOf(versions.data ?? [], today)
  const coming = comingOf(versions.data ?? [], today)
  const shown = current ?? coming
  const body = shown && ruleBodySchema.parse(shown.body)
  return (
    <Page
      title={body?.label ?? '时限规则'}
      isTyped
      subtitle={
        <>
          {moduleWord(moduleOf(key))} · <Link to={adminPaths.deadlineRules()}>全部时限规则</Link>
        </>
      }
      actions={
        body && (
          <Button type="primary" onClick={() => setPublishing(true)}>
            发布新版本
          </Button>
        )
      }
    >
      <AsyncView query={versions}>
        {(all) =>
          shown && body ? (
            <>
              {coming && current && (
                <Alert
                  className="year-facts"
                  type="info"
                  showIcon
                  title={`第 ${coming.version} 版待生效：${periodWord(coming)}，${ruleWords(ruleBodySchema.parse(coming.body))}`}
                />
              )}
              <RuleFacts body={body} period={periodWord(shown)} />
              <h2 className="section-title">历次版本</h2>
              <VersionHistory
                versions={all}
                describe={(version) => {
                  const said = ruleBodySchema.parse(version.body)
                  return `${ruleWords(said)}。依据：${said.legal_basis}${said.is_confirmed ? '' : '（待核对）'}`
                }}
              />
            </>
          ) : (
            <StateMessage
              title="没有找到"
              text="没有这条时限规则，可能是链接有误。"
              action={<Link to={adminPaths.deadlineRules()}>全部时限规则</Link>}
            />
          )
        }
      </AsyncView>
      {isPublishing && body && <PublishRuleDialog ruleKey={key} rule={body} onClose={() => setPublishing(false)} />}
    </Page>
  )
}
