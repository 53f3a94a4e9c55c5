/**
 * Keeps a log small while somebody writes to it. The writer has the file open for appending and will not open another,
 * so what is there is copied aside and the file is emptied under its hands.
 */
import fs from 'node:fs'

export interface RotationOptions {
  maxBytes?: number
  /** Older ones are named .1, .2 and so on. */
  kept?: number
  everyMs?: number
}

const MB = 1024 ** 2

export function rotate(file: string, { maxBytes = 10 * MB, kept = 3 }: RotationOptions = {}): void {
  const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
  if (size <= maxBytes) return
  for (let i = kept - 1; i >= 1; i -= 1) if (fs.existsSync(`${file}.${i}`)) fs.renameSync(`${file}.${i}`, `${file}.${i + 1}`)
  fs.copyFileSync(file, `${file}.1`)
  fs.truncateSync(file)
}

/** Returns how to stop. */
export function keepRotating(file: string, options: RotationOptions = {}): () => void {
  rotate(file, options)
  const timer = setInterval(() => {
    try {
      rotate(file, options)
    } catch {
      // The disk is full or the folder gone: the next round may find it otherwise.
    }
  }, options.everyMs ?? 60_000)
  timer.unref()
  return () => clearInterval(timer)
}
