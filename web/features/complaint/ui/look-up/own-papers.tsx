import { saveFile } from '@/shared/format/save-file.ts'
import { formatDate } from '@/shared/format/date.ts'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { useFetchPaper } from '../../api/fetch-paper.ts'
import type { CitizenPaper, LookUpCredentials } from '../../model/look-up.ts'

/** 文书 to the citizen, the newest first, each as the file that is stored. */
export function OwnPapers({ papers, credentials }: { papers: readonly CitizenPaper[]; credentials: LookUpCredentials }) {
  if (papers.length === 0) return <></>
  return (
    <section className="own-papers" aria-label="文书">
      <h3>文书</h3>
      <ul>
        {[...papers].reverse().map((paper) => (
          <PaperEntry key={paper.id} paper={paper} credentials={credentials} />
        ))}
      </ul>
    </section>
  )
}

function PaperEntry({ paper, credentials }: { paper: CitizenPaper; credentials: LookUpCredentials }) {
  const fetching = useFetchPaper()
  const handleSave = () =>
    fetching.mutate(
      { ...credentials, paperId: paper.id },
      { onSuccess: (file) => saveFile(`${paper.title} ${paper.no}.pdf`, file, 'application/pdf') },
    )
  return (
    <li>
      <strong>{paper.title}</strong>
      {paper.isWithdrawn && <span>（已撤回，不再有效）</span>}
      <div className="field-hint">
        {paper.no}　{formatDate(paper.at)}
      </div>
      {paper.isReady ? (
        <button type="button" className="btn" aria-label={`下载${paper.title}`} disabled={fetching.isPending} onClick={handleSave}>
          {fetching.isPending ? '正在下载…' : '下载 PDF'}
        </button>
      ) : (
        <p className="field-hint">文书正在生成，请稍后再查询。</p>
      )}
      {fetching.isError && <PublicProblem error={fetching.error} />}
    </li>
  )
}
