import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import '../styles/work.css'
import '../styles/work-parts.css'
import '../styles/work-desk.css'
import '../styles/work-form.css'
import '../styles/work-table.css'
import '../styles/toast.css'
import { useMediaQuery } from '@/shared/hooks/use-media-query.ts'
import { ModulesContext } from '@/shared/module/module-context.ts'
import { modules } from '../modules.ts'
import { theme } from '../theme.ts'
import { MutationToasts } from './mutation-toasts.tsx'
import { SessionGate } from './session-gate.tsx'
import { ViewerScope } from './viewer-scope.tsx'
import { WorkLayout } from './work-layout.tsx'

/** antd moves things by script as well as by style, so a wish for stillness has to reach its token. */
const still = { ...theme, token: { ...theme.token, motion: false } }

export default function WorkRoot() {
  const wantsStillness = useMediaQuery('(prefers-reduced-motion: reduce)')
  return (
    <ConfigProvider locale={zhCN} theme={wantsStillness ? still : theme} button={{ autoInsertSpace: false }}>
      <ViewerScope>
        <MutationToasts />
        <SessionGate>
          <ModulesContext value={modules}>
            <WorkLayout />
          </ModulesContext>
        </SessionGate>
      </ViewerScope>
    </ConfigProvider>
  )
}
