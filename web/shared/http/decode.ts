/**
 * Readers for what the public pages fetch. zod alone would cost them 25 KB of their 130; the few shapes here need
 * five words of it. The work site parses with zod.
 */
export type Decoder<T> = (value: unknown, path: string) => T

function fail(path: string, wanted: string): never {
  throw new Error(`${path || 'answer'}: ${wanted} expected`)
}

export const text: Decoder<string> = (value, path) => (typeof value === 'string' ? value : fail(path, 'text'))
export const number: Decoder<number> = (value, path) => (typeof value === 'number' ? value : fail(path, 'number'))
export const flag: Decoder<boolean> = (value, path) => (typeof value === 'boolean' ? value : fail(path, 'true or false'))
export const anything: Decoder<unknown> = (value) => value

export const oneOf =
  <const T extends string>(...words: readonly T[]): Decoder<T> =>
  (value, path) =>
    words.find((word) => word === value) ?? fail(path, words.join(' | '))

/** null and absent are one. */
export const maybe =
  <T>(inner: Decoder<T>): Decoder<T | null> =>
  (value, path) =>
    value === null || value === undefined ? null : inner(value, path)

export const otherwise =
  <T>(inner: Decoder<T>, fallback: T): Decoder<T> =>
  (value, path) => {
    try {
      return inner(value, path)
    } catch {
      return fallback
    }
  }

export const listOf =
  <T>(inner: Decoder<T>): Decoder<T[]> =>
  (value, path) =>
    Array.isArray(value) ? value.map((one, i) => inner(one, `${path}[${i}]`)) : fail(path, 'list')

export const shape =
  <T extends object>(fields: { [K in keyof T]: Decoder<T[K]> }): Decoder<T> =>
  (value, path) => {
    if (typeof value !== 'object' || value === null) return fail(path, 'object')
    const source = value as Record<string, unknown>
    const result: Partial<T> = {}
    for (const key in fields) result[key] = fields[key](source[key], path ? `${path}.${key}` : key)
    return result as T
  }

export type Decoded<D> = D extends Decoder<infer T> ? T : never

/** Null instead of an exception, for values of uncertain origin such as storage. */
export function decodeOrNull<T>(decoder: Decoder<T>, value: unknown): T | null {
  try {
    return decoder(value, '')
  } catch {
    return null
  }
}
