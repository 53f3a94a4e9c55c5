import { describe, expect, it } from 'vitest'
import { functionError } from '../http/function-error.ts'
import { AppError } from './app-error.ts'
import { toAppError } from './to-app-error.ts'

const postgrest = (code: string, message = 'x', details: string | null = null, hint: string | null = null) =>
  toAppError({ code, message, details, hint })

describe('database errors', () => {
  it.each([
    ['PT409', 'conflict'],
    ['PT404', 'not-found'],
    ['PT422', 'invalid'],
    ['PT429', 'rate-limited'],
    ['42501', 'forbidden'],
    ['23505', 'duplicate'],
    ['PGRST116', 'not-found'],
    ['PGRST301', 'unauthenticated'],
    ['XX000', 'unexpected'],
  ])('%s is %s', (code, kind) => expect(postgrest(code).kind).toBe(kind))

  it('keeps key, parameters, field and sentence of a business error', () => {
    const error = postgrest('PT422', 'work.field_required', '{"field":"note","max":500}', '请填写“说明”')
    expect(error).toMatchObject({ messageKey: 'work.field_required', message: '请填写“说明”', field: 'note', params: { field: 'note', max: 500 } })
  })
  it('never shows the text of an unexpected one', () => {
    expect(postgrest('XX000', 'relation private.x does not exist', null, 'secret').message).not.toMatch(/private|secret/)
  })
  it('gives an unexpected one the number under which the log knows it, and an expected one none', () => {
    const answered = { code: 'XX000', message: 'x', details: null, hint: null, request_id: 'b1c1' }
    expect(toAppError(answered)).toMatchObject({ requestId: 'b1c1', message: '系统繁忙，请稍后重试；多次出现请联系管理员。报障时请提供编号 b1c1。' })
    for (const code of ['PT403', 'PT404', 'PT409', 'PT422', '42501', '23505', 'PGRST116', 'PGRST301']) {
      const refused = toAppError({ ...answered, code, hint: '不能办理' })
      expect(refused).toMatchObject({ message: '不能办理', requestId: undefined })
    }
  })
  it('survives details that are no JSON', () => expect(postgrest('PT409', 'k', 'oops').params).toEqual({}))
})

describe('the rest', () => {
  it('knows a lost network in every browser’s words', () => {
    for (const text of ['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.'])
      expect(toAppError(new TypeError(text)).kind).toBe('network')
  })
  it('leaves its own errors alone', () => {
    const error = new AppError({ kind: 'conflict', messageKey: 'a', message: 'b' })
    expect(toAppError(error)).toBe(error)
  })
  it('reads the body of an edge function', () => {
    expect(functionError(422, { error: { code: 'complaint.region_unknown', message: '请选择', field: 'regionCode' } })).toMatchObject({
      kind: 'invalid',
      field: 'regionCode',
    })
    expect(functionError(502, '<html>', 'b1c1')).toMatchObject({ kind: 'unexpected', messageKey: 'http.502', requestId: 'b1c1' })
    expect(functionError(503, { error: { code: 'service.unavailable', message: '系统繁忙' } }, 'b1c1').message).toBe(
      '系统繁忙。报障时请提供编号 b1c1。',
    )
    expect(functionError(409, { error: { code: 'work.stale', message: '已被他人办理' } }, 'b1c1').message).toBe('已被他人办理')
  })
})
