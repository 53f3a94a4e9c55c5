import { useState, type FormEvent } from 'react'
import { useNavigate } from 'react-router'
import { portalPaths } from '@/features/portal/paths.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { ErrorSummary } from '@/shared/public-ui/error-summary.tsx'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { receiptSlot, type Receipt } from '../model/receipt.ts'
import { complaintPaths } from '../paths.ts'
import '../styles/public.css'
import { ConsentSection } from '../ui/filing/consent-section.tsx'
import { ContactSection } from '../ui/filing/contact-section.tsx'
import { EventSection } from '../ui/filing/event-section.tsx'
import { KindSection } from '../ui/filing/kind-section.tsx'
import { PhotosField } from '../ui/filing/photos-field.tsx'
import { PlaceSection } from '../ui/filing/place-section.tsx'
import { ReceiptView } from '../ui/filing/receipt-view.tsx'
import { fieldId } from '../ui/filing/section-props.ts'
import { useFiling } from '../ui/filing/use-filing.ts'

export default function FilePage() {
  useDocumentTitle('我要投诉举报')
  const [receipt, setReceipt] = useState(receiptSlot.read)
  const navigate = useNavigate()
  const handleReceipt = (next: Receipt | null) => {
    receiptSlot.write(next)
    setReceipt(next)
    window.scrollTo({ top: 0 })
  }
  const handleLeave = () => {
    handleReceipt(null)
    void navigate(portalPaths.home(), { replace: true })
  }
  return receipt ? <ReceiptView receipt={receipt} onAgain={() => handleReceipt(null)} onLeave={handleLeave} /> : <FilingForm onDone={handleReceipt} />
}

function FilingForm({ onDone }: { onDone: (receipt: Receipt) => void }) {
  const filing = useFiling(onDone)
  const { draft, problems } = filing
  const section = {
    form: draft.form,
    errors: Object.fromEntries(problems.map((problem) => [problem.field, problem.text])),
    onChange: filing.change,
  }
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    void filing.submit()
  }
  return (
    <form className="pub-wrap narrow filing" noValidate onSubmit={handleSubmit}>
      <header className="page-head">
        <h1>我要投诉举报</h1>
        <p>边填边自动保存在本机，可随时离开再回来。</p>
      </header>
      {draft.savedAt > 0 && (
        <p className="row draft-line">
          <span role="status">草稿已保存</span>
          <button type="button" className="btn btn-plain" onClick={() => void filing.clear()}>
            清除草稿
          </button>
        </p>
      )}
      {problems.length > 0 && (
        <ErrorSummary attempt={filing.attempt} problems={problems.map(({ field, text }) => ({ fieldId: fieldId(field), text }))} />
      )}
      <KindSection {...section} />
      <EventSection {...section} />
      <PlaceSection {...section} />
      <ContactSection {...section} />
      <section className="sheet">
        <h2>证据与确认</h2>
        <PhotosField id="filing-photos" state={filing.photos} />
        <ConsentSection {...section} noticePath={complaintPaths.about()} />
        {filing.isSending && (
          <p role="status">
            正在提交，请勿关闭页面
            <progress className="upload-progress" aria-label="上传进度" value={filing.progress} max={1} />
          </p>
        )}
        {filing.failure !== null && <PublicProblem error={filing.failure} />}
        {filing.usedKey && (
          <button type="button" className="btn btn-plain" onClick={filing.fileAnew}>
            按现在的内容另行提交一件
          </button>
        )}
        <button type="submit" className="btn btn-primary btn-block" disabled={filing.isSending}>
          {filing.isSending ? '正在提交…' : '提交'}
        </button>
      </section>
    </form>
  )
}
