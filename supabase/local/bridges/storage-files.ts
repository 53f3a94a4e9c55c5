/** Keeps the bytes of stored objects as plain files in the data folder. Names are hashed: no key can leave the folder. */
import { createHash, randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import path from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream as NodeReadableStream } from 'node:stream/web'
import { createReadStream, createWriteStream } from 'node:fs'
import type { App } from '@supabase/lite'

type Adapter = NonNullable<App['_storageAdapter']>
type Metadata = Awaited<ReturnType<Adapter['headObject']>>
type Body = Parameters<Adapter['uploadObject']>[3]

interface Sidecar {
  contentType: string
  cacheControl: string
  eTag: string
}

const digest = (text: string) => createHash('sha256').update(text).digest('hex')

function notFound(): Error {
  return Object.assign(new Error('Object not found'), { statusCode: 404, code: 'NoSuchKey' })
}

/** Where the bytes of an object lie. */
export function storedFile(folder: string, bucket: string, key: string): string {
  const name = digest(key)
  return path.join(folder, digest(bucket).slice(0, 16), name.slice(0, 2), name)
}

export function createFileStorage(folder: string): Adapter {
  const fileOf = (bucket: string, key: string) => storedFile(folder, bucket, key)

  async function head(bucket: string, key: string): Promise<Metadata> {
    const file = fileOf(bucket, key)
    try {
      const [stat, sidecar] = await Promise.all([fs.stat(file), fs.readFile(`${file}.json`, 'utf8')])
      const meta = JSON.parse(sidecar) as Sidecar
      return {
        cacheControl: meta.cacheControl,
        contentLength: stat.size,
        size: stat.size,
        mimetype: meta.contentType,
        lastModified: stat.mtime,
        eTag: meta.eTag,
        httpStatusCode: 200,
      }
    } catch {
      throw notFound()
    }
  }

  async function remove(bucket: string, key: string): Promise<void> {
    const file = fileOf(bucket, key)
    await fs.rm(file, { force: true })
    await fs.rm(`${file}.json`, { force: true })
  }

  /** Written aside, flushed and renamed, so a crash leaves the old file or the new one. */
  async function put(file: string, write: (target: string) => Promise<void>): Promise<void> {
    await fs.mkdir(path.dirname(file), { recursive: true })
    const staging = `${file}.${randomUUID()}`
    try {
      await write(staging)
      const handle = await fs.open(staging, 'r+')
      await handle.sync()
      await handle.close()
      await fs.rename(staging, file)
    } catch (error) {
      await fs.rm(staging, { force: true })
      throw error
    }
  }

  async function upload(bucket: string, key: string, body: Body, contentType: string, cacheControl: string): Promise<Metadata> {
    const file = fileOf(bucket, key)
    const hash = createHash('md5')
    await put(file, async (target) => {
      const source = body instanceof Uint8Array ? Readable.from([body]) : Readable.fromWeb(body as NodeReadableStream<Uint8Array>)
      await pipeline(
        source,
        async function* digestChunks(chunks: AsyncIterable<Uint8Array>) {
          for await (const chunk of chunks) {
            hash.update(chunk)
            yield chunk
          }
        },
        createWriteStream(target, { mode: 0o600 }),
      )
    })
    const sidecar: Sidecar = { contentType, cacheControl, eTag: `"${hash.digest('hex')}"` }
    await put(`${file}.json`, (target) => fs.writeFile(target, JSON.stringify(sidecar), { mode: 0o600 }))
    return head(bucket, key)
  }

  return {
    driver: undefined,
    headObject: (bucket, key) => head(bucket, key),
    async getObject(bucket, key) {
      const metadata = await head(bucket, key)
      return { metadata, httpStatusCode: 200, body: Readable.toWeb(createReadStream(fileOf(bucket, key))) }
    },
    uploadObject: (bucket, key, _version, body, contentType, cacheControl) => upload(bucket, key, body, contentType, cacheControl),
    deleteObject: (bucket, key) => remove(bucket, key),
    async deleteObjects(bucket, keys) {
      await Promise.all(keys.map((key) => remove(bucket, key)))
    },
    async copyObject(sourceBucket, source, _version, bucket, key) {
      const meta = await head(sourceBucket, source)
      const copied = await upload(bucket, key, Readable.toWeb(createReadStream(fileOf(sourceBucket, source))), meta.mimetype, meta.cacheControl)
      return { httpStatusCode: 200, eTag: copied.eTag, lastModified: copied.lastModified }
    },
    privateAssetUrl: async (bucket, key) => fileOf(bucket, key),
  }
}
