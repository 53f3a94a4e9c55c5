import fs from 'node:fs/promises'

/** Said before the disk is full: then nothing is lost (tried), but nothing can be taken in either. */
const RESERVE_BYTES = 200 * 1024 * 1024

export async function hasRoom(folder: string, reserve = RESERVE_BYTES): Promise<boolean> {
  const { bavail, bsize } = await fs.statfs(folder)
  return bavail * bsize >= reserve
}
