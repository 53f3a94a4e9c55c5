// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, expect, it, vi } from 'vitest'
import { renderPage } from '@/testing/render-page.tsx'
import { scripted } from '@/testing/scripted.ts'
import type { Attachment } from '../model/attachment.ts'
import { AttachmentGallery } from './attachment-gallery.tsx'

const file = scripted<{ blob: Blob; isChanged: boolean }>()
const asked = vi.fn<() => void>()
vi.mock('../api/list-attachments.ts', () => ({ attachmentFileQuery: () => ({ queryKey: ['file'], queryFn: () => (asked(), file.read()) }) }))
URL.createObjectURL = () => 'blob:x'
URL.revokeObjectURL = () => undefined

const row: Attachment = {
  id: '00000000-0000-4000-8000-000000000001',
  file_name: '检测报告.pdf',
  mime: 'application/pdf',
  bytes: 204_800,
  sha256: 'a',
  storage_path: 'x',
  created_at: '2026-11-21T08:00:00Z',
  created_by: null,
  by: '周静',
}

beforeEach(() => asked.mockClear())

it('says that a file has been changed since it was registered', async () => {
  file.give({ blob: new Blob(['x']), isChanged: true })
  renderPage(<AttachmentGallery rows={[{ ...row, mime: 'image/png' }]} />)
  expect((await screen.findByRole('alert')).textContent).toBe('内容与登记时不一致，已被改动')
})

it('offers to try again when a file does not come', async () => {
  file.fail()
  renderPage(<AttachmentGallery rows={[{ ...row, mime: 'image/png' }]} />)
  expect(await screen.findByRole('button', { name: /加载失败/ })).toBeTruthy()
})

it('says what it is, how large, by whom and when, and fetches a document only to be looked at', async () => {
  file.give({ blob: new Blob(['x']), isChanged: false })
  renderPage(<AttachmentGallery rows={[row]} />)
  for (const text of ['检测报告.pdf', 'PDF 文件，200 KB', '周静 2026-11-21 16:00']) expect(screen.getByText(text)).toBeTruthy()
  expect(asked).not.toHaveBeenCalled()
  await userEvent.click(screen.getByRole('button', { name: /预览/ }))
  expect((await screen.findByRole('dialog')).querySelector('iframe')?.title).toBe('检测报告.pdf')
  expect(screen.queryByText(/已被改动/)).toBeNull()
})
