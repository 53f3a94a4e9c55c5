import { maxPhotoBytes } from '@contract/filing-limits.ts'

const longestSide = 2048

/** Size that fits the limit with the same shape. */
export function fitWithin(width: number, height: number, limit = longestSide) {
  const scale = Math.min(1, limit / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * Re-encodes every photo as JPEG: smaller on the way up, and the place and device it carries are gone.
 * What the browser cannot decode (a renamed program, HEIC on most systems) is refused here.
 */
export async function scalePhoto(file: Blob): Promise<Blob> {
  const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  if (!bitmap) throw new Error('不是可识别的照片，请选用 JPG、PNG 或 WebP 格式')
  const { width, height } = fitWithin(bitmap.width, bitmap.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('浏览器无法处理照片')
  context.fillStyle = '#fff'
  context.fillRect(0, 0, width, height)
  context.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  if (!blob || blob.size > maxPhotoBytes) throw new Error('照片过大，请裁剪后再上传')
  return blob
}
