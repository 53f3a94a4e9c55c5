import { useEffect } from 'react'

/**
 * Asks before a page is left that holds words nobody has sent: by a link of the site, by a reload, by closing. The words
 * stay on this machine for a day; who goes back in the history finds them as well.
 */
export function useLeaveWarning(isDirty: boolean) {
  useEffect(() => {
    if (!isDirty) return
    const handleUnload = (event: BeforeUnloadEvent) => event.preventDefault()
    // Before the router sees it.
    const handleClick = (event: MouseEvent) => {
      if (event.defaultPrevented || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return
      const link = event.target instanceof Element ? event.target.closest('a[href]') : null
      if (!link || link.getAttribute('target') === '_blank') return
      if (window.confirm('申请还没有提交。离开后，已填写的内容在本机保留一天，回到这一页可以继续。确定离开吗？')) return
      event.preventDefault()
      event.stopPropagation()
    }
    window.addEventListener('beforeunload', handleUnload)
    document.addEventListener('click', handleClick, true)
    return () => {
      window.removeEventListener('beforeunload', handleUnload)
      document.removeEventListener('click', handleClick, true)
    }
  }, [isDirty])
}
