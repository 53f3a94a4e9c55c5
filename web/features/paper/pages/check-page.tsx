import { useQuery } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { useNavigate, useParams } from 'react-router'
import { toAppError } from '@/shared/errors/to-app-error.ts'
import { useDocumentTitle } from '@/shared/hooks/use-document-title.ts'
import { PublicAsync } from '@/shared/public-ui/public-async.tsx'
import { TextField } from '@/shared/public-ui/text-field.tsx'
import { checkPaperQuery } from '../api/check-paper.ts'
import { codeIn } from '../model/checked-paper.ts'
import { paperPaths } from '../paths.ts'
import '../styles/check.css'
import { PaperFacts } from '../ui/paper-facts.tsx'

/** By the code on a paper, typed or scanned: is it one of ours, does it still hold, is this file the very one. */
export default function CheckPage() {
  useDocumentTitle('文书核验')
  const { code: address = '' } = useParams()
  const code = codeIn(address)
  const query = useQuery(checkPaperQuery(code))
  return (
    <div className="pub-wrap narrow">
      <header className="page-head">
        <h1>文书核验</h1>
        <p>核对一份文书是不是行政机关通过本平台作出的、是否仍然有效。核验码印在文书末页的二维码旁。</p>
      </header>
      <CodeForm key={address} initial={address} isWrong={address !== '' && code === ''} isBusy={query.isFetching} />
      <div className="check-result" aria-live="polite">
        {code === '' ? undefined : query.isError && toAppError(query.error).kind === 'not-found' ? (
          <p className="note note-error" role="alert">
            没有这份文书。请核对核验码；核对无误仍查不到的，这份文书可能不是本平台制作的，请向文书上写明的单位核实。
          </p>
        ) : (
          <PublicAsync query={query}>{(paper) => <PaperFacts paper={paper} />}</PublicAsync>
        )}
      </div>
    </div>
  )
}

function CodeForm({ initial, isWrong, isBusy }: { initial: string; isWrong: boolean; isBusy: boolean }) {
  const navigate = useNavigate()
  const [typed, setTyped] = useState(initial)
  const [isTried, setTried] = useState(isWrong)
  const code = codeIn(typed)
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (code === '') document.getElementById('paper-code')?.focus()
    else void navigate(paperPaths.checked(code))
  }
  return (
    <form className="sheet no-print check-form" noValidate onSubmit={handleSubmit}>
      <TextField
        id="paper-code"
        label="核验码"
        className="input-code"
        placeholder="XXXX-XXXX-XXXX-XXXX"
        autoComplete="off"
        spellCheck={false}
        maxLength={200}
        value={typed}
        error={isTried && code === '' ? '核验码为 16 位字母和数字，请核对' : undefined}
        onValue={setTyped}
      />
      <p className="form-foot">
        <button type="submit" className="btn btn-primary" disabled={isBusy}>
          {isBusy ? '正在核验…' : '核验'}
        </button>
      </p>
    </form>
  )
}
