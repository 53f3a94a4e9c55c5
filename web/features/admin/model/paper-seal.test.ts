import { expect, it } from 'vitest'
import { maxSealBytes } from '@contract/paper-seal.ts'
import { problemsOf } from '@/shared/form/fields.ts'
import { paperSealFormSchema, paperSealWords, sealHint, sealPath, sealsOn, uploadedSealSchema } from './paper-seal.ts'
import type { Version } from './version.ts'

const filled = { org: 'o1', file: new File(['x'], 'a.png'), effective_from: '2026-12-01', reason: '测试' }
const version = (change: Partial<Version>): Version => ({
  id: 'v',
  key: 'o1',
  version: 1,
  body: { is_used: true, path: 'o1/a.png' },
  effective_from: '2026-01-01',
  effective_to: null,
  state: 'published',
  reason: '启用',
  published_at: '2026-01-01T00:00:00Z',
  withdrawn_at: null,
  publisher: null,
  ...change,
})

it('asks for the body and the picture, and says what is wrong', () => {
  const named = (patch: object) => problemsOf(paperSealFormSchema, { ...filled, ...patch }).map(({ name, message }) => `${name} ${message}`)
  expect(named({})).toEqual([])
  expect(named({ org: undefined })).toEqual(['org 请选择使用这枚印章的单位'])
  expect(named({ file: undefined })).toEqual(['file 请选择印章图样'])
  expect(named({ file: new File([new Uint8Array(maxSealBytes + 1)], 'a.png') })).toEqual(['file 印章图样超过 512 KB，请缩小后上传'])
  expect(sealHint).toBe('背景透明的 PNG，正方形，边长 200 至 1500 像素，不超过 512 KB')
})

it('tells which picture a version shows, and which are shown today', () => {
  expect([sealPath({ is_used: true, path: 'a' }), sealPath({ is_used: false, path: 'a' }), sealPath({})]).toEqual(['a', '', ''])
  expect([paperSealWords('某局', { is_used: true, path: 'a' }), paperSealWords('某局', { is_used: false })]).toEqual([
    '某局：文书显示印章图样',
    '某局：文书不显示印章图样',
  ])
  const shown = version({})
  const others = [version({ effective_from: '2099-01-01' }), version({ effective_to: '2026-02-01' }), version({ body: { is_used: false } })]
  expect(sealsOn([shown, ...others], '2026-12-01')).toEqual([shown])
  expect(uploadedSealSchema.parse({ path: 'x' })).toEqual({ path: 'x' })
})
