import { expect, it } from 'vitest'
import { formatBytes, isImage, kindOf, uploaderName, uploadersOf, type StoredFile } from './attachment.ts'

const officer = '00000000-0000-4000-8000-000000000007'
const file = (created_by: string | null): StoredFile => ({
  id: '00000000-0000-4000-8000-000000000001',
  file_name: '现场.jpg',
  mime: 'image/jpeg',
  bytes: 10,
  sha256: '',
  storage_path: '',
  created_at: '',
  created_by,
})

it('names who brought it, as far as one may know', () => {
  expect(uploaderName(file('system:attachment'), {})).toBe('公众提交')
  expect(uploaderName(file(null), {})).toBe('公众提交')
  expect(uploaderName(file(officer), {})).toBe('工作人员')
  expect(uploaderName(file(officer), { [officer]: '周静' })).toBe('周静')
  expect(uploadersOf([file(officer), file(null), file(officer), file('system:attachment')])).toEqual([officer])
})
it.each([
  [10, '1 KB'],
  [204_800, '200 KB'],
  [3_145_728, '3.0 MB'],
])('%i bytes', (bytes, text) => expect(formatBytes(bytes)).toBe(text))
it('tells pictures from documents, and says which kind', () => {
  expect([isImage({ mime: 'image/png' }), isImage({ mime: 'application/pdf' })]).toEqual([true, false])
  expect([kindOf({ mime: 'application/pdf' }), kindOf({ mime: 'text/x' })]).toEqual(['PDF 文件', '文件'])
})
