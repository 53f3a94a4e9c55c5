/** Files from one folder to another, each with the digest of what was written. */
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { KeptFile, Manifest } from './manifest.ts'

/** A cluster has two thousand small files: a stream for each costs more than reading it. */
const SMALL = 1 << 20

async function copyLarge(from: fs.promises.FileHandle, to: string): Promise<Pick<KeptFile, 'bytes' | 'sha256'>> {
  const hash = createHash('sha256')
  let bytes = 0
  const counted = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      hash.update(chunk)
      bytes += chunk.length
      done(null, chunk)
    },
  })
  await pipeline(from.createReadStream({ highWaterMark: SMALL, autoClose: false }), counted, fs.createWriteStream(to, { mode: 0o600 }))
  return { bytes, sha256: hash.digest('hex') }
}

async function openIfThere(file: string): Promise<fs.promises.FileHandle | undefined> {
  try {
    return await fs.promises.open(file, 'r')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Copies one file; undefined: it was gone, as files of a running server may be. Not on the disk before `flush`. */
export async function copyFile(from: string, to: string, name: string): Promise<KeptFile | undefined> {
  const handle = await openIfThere(path.join(from, name))
  if (!handle) return undefined
  const target = path.join(to, name)
  try {
    await fs.promises.mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
    if ((await handle.stat()).size > SMALL) return { path: name, ...(await copyLarge(handle, target)) }
    const content = await handle.readFile()
    await fs.promises.writeFile(target, content, { mode: 0o600 })
    return { path: name, bytes: content.length, sha256: createHash('sha256').update(content).digest('hex') }
  } finally {
    await handle.close()
  }
}

/** What was copied is on the disk afterwards. At the end and not file by file: by then most of it is. */
export async function flush(folder: string, names: string[]): Promise<void> {
  for (const name of names) {
    const handle = await fs.promises.open(path.join(folder, name), 'r+')
    await handle.sync()
    await handle.close()
  }
}

/** The digest of a file as it lies there; undefined: there is none. */
export async function digestOfFile(file: string): Promise<Pick<KeptFile, 'bytes' | 'sha256'> | undefined> {
  const bytes = fs.statSync(file, { throwIfNoEntry: false })?.size
  if (bytes === undefined) return undefined
  const hash = createHash('sha256')
  if (bytes <= SMALL) hash.update(await fs.promises.readFile(file))
  else for await (const chunk of fs.createReadStream(file, { highWaterMark: SMALL }) as AsyncIterable<Buffer>) hash.update(chunk)
  return { bytes, sha256: hash.digest('hex') }
}

interface Listing {
  folders: string[]
  files: string[]
}

/** Everything below `root/name`, folders before what is in them; `skip` is asked with the path from `root`. */
export function listTree(root: string, name: string, skip: (name: string) => boolean = () => false): Listing {
  const listing: Listing = { folders: [name], files: [] }
  const entries = fs.existsSync(path.join(root, name)) ? fs.readdirSync(path.join(root, name), { withFileTypes: true }) : []
  for (const entry of entries) {
    const below = `${name}/${entry.name}`
    if (entry.isSymbolicLink()) throw new Error(`${below} is a link: tables outside the data folder cannot be backed up`)
    if (skip(below)) continue
    if (!entry.isDirectory()) {
      listing.files.push(below)
      continue
    }
    const inside = listTree(root, below, skip)
    listing.folders.push(...inside.folders)
    listing.files.push(...inside.files)
  }
  return listing
}

/** Adds to the manifest what is not in it yet. `said`: how far it is, from time to time. */
export async function copyTree(
  from: string,
  to: string,
  { folders, files }: Listing,
  manifest: Manifest,
  said: (done: number, total: number) => void,
) {
  const known = new Set(manifest.files.map((file) => file.path))
  const wanted = files.filter((file) => !known.has(file))
  manifest.folders = [...new Set([...manifest.folders, ...folders])]
  for (const folder of folders) await fs.promises.mkdir(path.join(to, folder), { recursive: true, mode: 0o700 })
  for (const [index, name] of wanted.entries()) {
    const copied = await copyFile(from, to, name)
    if (copied) manifest.files.push(copied)
    said(index + 1, wanted.length)
  }
}
