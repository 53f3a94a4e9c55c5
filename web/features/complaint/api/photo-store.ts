export interface StoredPhoto {
  id: string
  name: string
  blob: Blob
}

const open = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('complaint-draft', 1)
    request.onupgradeneeded = () => request.result.createObjectStore('photos', { keyPath: 'id' })
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('indexedDB'))
  })

async function run<T>(mode: IDBTransactionMode, work: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const database = await open()
  try {
    return await new Promise<T>((resolve, reject) => {
      const request = work(database.transaction('photos', mode).objectStore('photos'))
      request.onsuccess = () => resolve(request.result)
      request.onerror = () => reject(request.error ?? new Error('indexedDB'))
    })
  } finally {
    database.close()
  }
}

/** Photos of the draft; private windows without IndexedDB simply keep them for the visit only. */
export const photoStore = {
  all: (): Promise<StoredPhoto[]> => run<StoredPhoto[]>('readonly', (store) => store.getAll()).catch(() => []),
  put: (photo: StoredPhoto) =>
    run('readwrite', (store) => store.put(photo)).then(
      () => {},
      () => {},
    ),
  remove: (id: string) =>
    run('readwrite', (store) => store.delete(id)).then(
      () => {},
      () => {},
    ),
  clear: () =>
    run('readwrite', (store) => store.clear()).then(
      () => {},
      () => {},
    ),
}
