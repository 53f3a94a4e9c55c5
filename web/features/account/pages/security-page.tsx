import { Page } from '@/shared/ui/page.tsx'
import { SecondFactorPanel } from '../ui/second-factor-panel.tsx'
import { SignInsPanel } from '../ui/sign-ins-panel.tsx'
import '../styles/security.css'

export default function SecurityPage() {
  return (
    <Page title="登录安全">
      <div className="form-pair">
        <SecondFactorPanel />
        <div className="form-pair-side">
          <SignInsPanel />
        </div>
      </div>
    </Page>
  )
}
