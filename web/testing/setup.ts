import { afterAll, afterEach, vi } from 'vitest'

// Files share a worker, and with it the packages they import (antd alone takes a second); our own modules, their mocks
// and what is stubbed are each file's own.
vi.resetModules()
afterAll(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  if (typeof window === 'undefined') return
  localStorage.clear()
  sessionStorage.clear()
})

/** Tests run in Node; one that draws begins with `// @vitest-environment jsdom` and gets what jsdom leaves out. */
async function fillBrowserGaps() {
  const { cleanup, configure } = await import('@testing-library/react')
  // A busy machine is no bug: what comes, comes within seconds, and what does not, never.
  configure({ asyncUtilTimeout: 8_000 })
  afterEach(cleanup)
  // jsdom draws nothing: these exist in every browser and are only measured or called in passing.
  vi.stubGlobal('scrollTo', () => {})
  Element.prototype.scrollIntoView = () => {}
  vi.stubGlobal('matchMedia', (media: string) => ({
    media,
    // A desk: wide queries match, narrow ones do not.
    matches: media.includes('min-width'),
    addEventListener: () => {},
    removeEventListener: () => {},
    addListener: () => {},
    removeListener: () => {},
  }))
  vi.stubGlobal(
    'ResizeObserver',
    class {
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
}

if (typeof window !== 'undefined') await fillBrowserGaps()
