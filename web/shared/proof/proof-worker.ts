import { findNonce } from './find-nonce.ts'

interface Task {
  key: string
  bits: number
}

self.onmessage = ({ data }: MessageEvent<Task>) => self.postMessage(findNonce(data.key, data.bits))
