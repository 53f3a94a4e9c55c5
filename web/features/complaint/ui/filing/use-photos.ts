import { useEffect, useState } from 'react'
import { maxPhotos } from '@contract/filing-limits.ts'
import { randomId } from '@/shared/hooks/random-id.ts'
import { photoStore, type StoredPhoto } from '../../api/photo-store.ts'
import { scalePhoto } from '../../model/scale-photo.ts'

export interface Photo extends StoredPhoto {
  url: string
}

const withUrl = (photo: StoredPhoto): Photo => ({ ...photo, url: URL.createObjectURL(photo.blob) })

/** Photos of a form; `isKept` also keeps them on this device until the form is sent or cleared. */
export function usePhotos({ isKept }: { isKept: boolean }) {
  const [photos, setPhotos] = useState<Photo[]>([])
  const [problem, setProblem] = useState('')
  const [isBusy, setBusy] = useState(false)

  useEffect(() => {
    if (!isKept) return
    let isStale = false
    void photoStore.all().then((kept) => {
      if (!isStale) setPhotos(kept.map(withUrl))
    })
    return () => {
      isStale = true
    }
  }, [isKept])

  const add = async (files: readonly File[]) => {
    const room = maxPhotos - photos.length
    setProblem(files.length > room ? `最多 ${maxPhotos} 张，多出的 ${files.length - room} 张没有加入` : '')
    setBusy(true)
    for (const file of files.slice(0, room)) {
      try {
        const photo: StoredPhoto = { id: `${Date.now()}-${randomId()}`, name: file.name, blob: await scalePhoto(file) }
        if (isKept) await photoStore.put(photo)
        setPhotos((list) => [...list, withUrl(photo)])
      } catch (error) {
        setProblem(`${file.name}：${error instanceof Error ? error.message : '无法读取'}`)
      }
    }
    setBusy(false)
  }

  const remove = async (id: string) => {
    const gone = photos.find((photo) => photo.id === id)
    if (gone) URL.revokeObjectURL(gone.url)
    setPhotos((list) => list.filter((photo) => photo.id !== id))
    if (isKept) await photoStore.remove(id)
  }

  const clear = async () => {
    for (const photo of photos) URL.revokeObjectURL(photo.url)
    setPhotos([])
    if (isKept) await photoStore.clear()
  }

  return { photos, problem, isBusy, add, remove, clear }
}
