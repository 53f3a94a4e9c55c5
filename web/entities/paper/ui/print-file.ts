/** Prints a PDF as it is, by a frame that nobody sees; it stays until the next one, as printing goes on after the call. */
let frame: HTMLIFrameElement | undefined

export function printFile(file: Blob) {
  if (frame) {
    URL.revokeObjectURL(frame.src)
    frame.remove()
  }
  const next = document.createElement('iframe')
  next.className = 'visually-hidden'
  next.title = '打印'
  next.src = URL.createObjectURL(file)
  next.addEventListener('load', () => {
    next.contentWindow?.focus()
    next.contentWindow?.print()
  })
  document.body.append(next)
  frame = next
}
