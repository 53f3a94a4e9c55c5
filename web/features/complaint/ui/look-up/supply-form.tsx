import { useState, type FormEvent } from 'react'
import { AreaField } from '@/shared/public-ui/area-field.tsx'
import { PublicProblem } from '@/shared/public-ui/public-async.tsx'
import { useActOnCase } from '../../api/act-on-case.ts'
import type { LookUpCredentials } from '../../model/look-up.ts'
import { PhotosField } from '../filing/photos-field.tsx'
import { usePhotos } from '../filing/use-photos.ts'

interface SupplyFormProps {
  caseNo: string
  credentials: LookUpCredentials
  onSupplied: () => void
}

export function SupplyForm({ caseNo, credentials, onSupplied }: SupplyFormProps) {
  const [text, setText] = useState('')
  const [error, setError] = useState<string>()
  const photos = usePhotos({ isKept: false })
  const supply = useActOnCase()
  const handleSubmit = async (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() === '') return setError('请写明补充的内容')
    setError(undefined)
    await supply.mutateAsync({ ...credentials, caseNo, act: { action: 'supply_material', text: text.trim() }, photos: photos.photos }).then(
      () => {
        onSupplied()
        setText('')
        return photos.clear()
      },
      () => {},
    )
  }
  return (
    <details className="fold" open>
      <summary>补充材料</summary>
      <form noValidate onSubmit={(event) => void handleSubmit(event)}>
        <AreaField id={`supply-${caseNo}`} label="补充内容" max={2000} value={text} error={error} onValue={setText} />
        <PhotosField id={`supply-photos-${caseNo}`} state={photos} />
        {supply.isError && <PublicProblem error={supply.error} />}
        <button type="submit" className="btn btn-primary" disabled={supply.isPending}>
          {supply.isPending ? '正在提交…' : '提交补充材料'}
        </button>
      </form>
    </details>
  )
}
