import { useEffect, useRef } from 'react'

interface FileInputProps {
  id?: string
  accept: string
  value?: File | undefined
  onChange?: (file: File | undefined) => void
}

/** One file of a form. The browser's own button speaks the language of the browser. */
export function FileInput({ id, accept, value, onChange }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null)
  // A file input keeps its file by itself: emptied with the form, or what was sent would still be named in it.
  useEffect(() => {
    if (!value && input.current) input.current.value = ''
  }, [value])
  return (
    <span className="file-pick">
      <span className="file-pick-button" aria-hidden="true">
        选择文件
      </span>
      <span className="muted" role="status">
        {value?.name ?? '还没有选择文件'}
      </span>
      <input ref={input} {...(id ? { id } : {})} type="file" accept={accept} onChange={(event) => onChange?.(event.target.files?.[0])} />
    </span>
  )
}
