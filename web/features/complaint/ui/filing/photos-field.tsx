import { maxPhotos, photoTypes } from '@contract/filing-limits.ts'
import { FieldError } from '@/shared/public-ui/field.tsx'
import type { usePhotos } from './use-photos.ts'

export function PhotosField({ id, state }: { id: string; state: ReturnType<typeof usePhotos> }) {
  const { photos, problem, isBusy } = state
  const isFull = photos.length >= maxPhotos
  return (
    <fieldset className="field" aria-describedby={`${id}-hint`}>
      <legend className="field-label">
        照片<small>选填，最多 {maxPhotos} 张</small>
      </legend>
      <p className="field-hint" id={`${id}-hint`}>
        小票、合同、商品、现场等。照片会自动压缩并去掉拍摄地点。
      </p>
      <span className="btn file-button">
        {isBusy ? '正在处理…' : isFull ? `已满 ${maxPhotos} 张` : '拍照或选择照片'}
        <input
          id={id}
          type="file"
          aria-label="拍照或选择照片"
          accept={photoTypes.join(',')}
          multiple
          disabled={isFull || isBusy}
          onChange={(event) => {
            void state.add([...(event.target.files ?? [])])
            event.target.value = ''
          }}
        />
      </span>
      <span role="status" className="visually-hidden">
        已选 {photos.length} 张
      </span>
      <FieldError id={`${id}-error`} text={problem || undefined} />
      {photos.length > 0 && (
        <ul className="photos">
          {photos.map((photo, i) => (
            <li key={photo.id}>
              <img src={photo.url} alt={`第 ${i + 1} 张：${photo.name}`} />
              <button type="button" aria-label={`删除第 ${i + 1} 张照片`} onClick={() => void state.remove(photo.id)}>
                删除
              </button>
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  )
}
