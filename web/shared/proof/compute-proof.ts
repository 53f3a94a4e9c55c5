import { findNonce } from './find-nonce.ts'

/** Off the main thread, so that typing never stutters; browsers without module workers do it in place. */
export function computeProof(key: string, bits: number): Promise<string> {
  return new Promise((resolve) => {
    const inPlace = () => setTimeout(() => resolve(findNonce(key, bits)), 50)
    try {
      const worker = new Worker(new URL('./proof-worker.ts', import.meta.url), { type: 'module' })
      worker.onmessage = ({ data }: MessageEvent<string>) => {
        worker.terminate()
        resolve(data)
      }
      worker.onerror = () => {
        worker.terminate()
        inPlace()
      }
      worker.postMessage({ key, bits })
    } catch {
      inPlace()
    }
  })
}
