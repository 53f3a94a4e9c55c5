import { clientConfig } from '../config/client-config.ts'
import { AppError } from '../errors/app-error.ts'
import { errorTexts } from '../errors/error-texts.ts'
import { randomId } from '../hooks/random-id.ts'
import type { Decoder } from './decode.ts'
import { functionError } from './function-error.ts'

interface CallOptions<T> {
  body: FormData | object
  answer: Decoder<T>
  headers?: Record<string, string>
  onProgress?: (share: number) => void
}

/** XMLHttpRequest because fetch reports no upload progress, and photos on a phone network take a while. */
export function callFunction<T>(name: string, { body, answer, headers = {}, onProgress }: CallOptions<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', new URL(`/functions/v1/${name}`, clientConfig.url))
    request.responseType = 'text'
    request.timeout = 120_000
    const isForm = body instanceof FormData
    const sentId = randomId()
    const all = { 'x-request-id': sentId, apikey: clientConfig.publishableKey, ...(isForm ? {} : { 'content-type': 'application/json' }), ...headers }
    for (const [key, value] of Object.entries(all)) request.setRequestHeader(key, value)
    request.upload.onprogress = (event) => event.lengthComputable && onProgress?.(event.loaded / event.total)
    const lost = () => reject(new AppError({ kind: 'network', messageKey: 'network', message: errorTexts.network }))
    request.onerror = lost
    request.ontimeout = lost
    request.onload = () => {
      const parsed = parseJson(request.responseText)
      const requestId = request.getResponseHeader('x-request-id') ?? sentId
      if (request.status >= 400) return reject(functionError(request.status, parsed, requestId))
      try {
        resolve(answer(parsed, name))
      } catch (cause) {
        reject(new AppError({ kind: 'unexpected', messageKey: 'answer.shape', message: errorTexts.unexpected, requestId, cause }))
      }
    }
    request.send(isForm ? body : JSON.stringify(body))
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
