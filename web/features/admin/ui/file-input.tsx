import { useEffect, useRef } from 'react'

interface FileInputProps {
  id?: string
  accept: string
  value?: File | undefined
  onChange?: (file: File | undefined) => void
}

/** One file of a form. */
export function FileInput({ id, accept, value, onChange }: FileInputProps) {
  const input = useRef<HTMLInputElement>(null)
  // A file input keeps its file by itself: emptied with the form, or what was sent would still be named in it.
  useEffect(() => {
    if (!value && input.current) input.current.value = ''
  }, [value])
  return <input ref={input} {...(id ? { id } : {})} type="file" accept={accept} onChange={(event) => onChange?.(event.target.files?.[0])} />
}
