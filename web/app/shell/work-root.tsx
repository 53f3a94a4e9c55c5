import { ConfigProvider } from 'antd'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import '../styles/work.css'
import '../styles/work-parts.css'
import '../styles/toast.css'
import '../styles/work-admin.css'
import { theme } from '../theme.ts'
import { MutationToasts } from './mutation-toasts.tsx'
import { SessionGate } from './session-gate.tsx'
import { WorkLayout } from './work-layout.tsx'

dayjs.locale('zh-cn')

export default function WorkRoot() {
  return (
    <ConfigProvider locale={zhCN} theme={theme} button={{ autoInsertSpace: false }}>
      <MutationToasts />
      <SessionGate>
        <WorkLayout />
      </SessionGate>
    </ConfigProvider>
  )
}
