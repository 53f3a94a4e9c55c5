import { lazy, Suspense } from 'react'
import { can, isWithheld } from '@/entities/session/model/can.ts'
import { useSession } from '@/entities/session/ui/use-session.ts'
import { Page } from '@/shared/ui/page.tsx'
import { StateMessage } from '@/shared/ui/state-message.tsx'
import { useModules } from '@/shared/module/module-context.ts'
import { useMenu } from '../shell/use-menu.ts'
import { useOffered } from '../shell/use-offered.ts'
import './landing.css'
import { landingEntry } from './landing-entry.tsx'
import { figuresOrder, landingParts } from './landing-parts.ts'

// Not everybody's: who handles cases has neither figures nor something missing, and does not wait for either.
const ModuleFigures = lazy(async () => ({ default: (await import('./module-figures.tsx')).ModuleFigures }))
const SecondFactorReminder = lazy(async () => ({ default: (await import('./second-factor-reminder.tsx')).SecondFactorReminder }))
const WaitingForRole = lazy(async () => ({ default: (await import('./waiting-for-role.tsx')).WaitingForRole }))

/** Where every day begins: what each module that this officer has a duty in hands in, then the figures they may read. */
export function LandingPage() {
  const session = useSession()
  const offered = useOffered()
  const parts = landingParts.filter(({ module, permission }) => offered(module) && can(session, permission))
  const figures = useModules().filter((module) => module.figures && offered(module) && can(session, module.figures.permission))
  const needsFactor = useMenu().some(({ permission }) => isWithheld(session, permission))
  const isWaiting = session.roles.length === 0
  return (
    <Page title={landingEntry.title} subtitle={`${session.name} ${session.role_names.join('、')}`}>
      <div className="landing">
        {parts.length + figures.length === 0 && !needsFactor && !isWaiting && (
          <StateMessage
            title="您目前没有要办理的事"
            text={`当前角色：${session.role_names.join('、') || '未分配'}。需要办理业务、查看统计或管理系统时，请向本区划的安全管理员申请相应角色。`}
          />
        )}
        {/* One for all: what stands above must not push down what is already being read. */}
        <Suspense fallback={<div className="landing-wait" aria-busy="true" />}>
          {needsFactor && <SecondFactorReminder />}
          {isWaiting && <WaitingForRole />}
          {parts.map(({ module, order, Page: Part }) => order < figuresOrder && <Part key={`${module.id} ${order}`} />)}
          {figures.map((module) => (
            <ModuleFigures key={module.id} module={module} />
          ))}
          {parts.map(({ module, order, Page: Part }) => order >= figuresOrder && <Part key={`${module.id} ${order}`} />)}
        </Suspense>
      </div>
    </Page>
  )
}
