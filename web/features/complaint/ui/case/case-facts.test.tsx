// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { makeCase } from '@/testing/make-case.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { CaseFacts } from './case-facts.tsx'

const texts = { content: '买到过期牛奶', wish: '', occurred_on: null }

it('keeps a doubtful credit code as it was written, and says in words that it cannot be right', () => {
  const view = renderPage(<CaseFacts one={{ ...makeCase({ subject_uscc: '91310000607352621B', is_uscc_doubtful: true }), ...texts }} />)
  expect(screen.getByText(/91310000607352621B/)).toBeTruthy()
  expect(screen.getByText(/可能填写有误，请核实/)).toBeTruthy()
  view.unmount()
  renderPage(<CaseFacts one={{ ...makeCase({ subject_uscc: '91310000607352621A' }), ...texts }} />)
  expect(screen.queryByText(/可能填写有误/)).toBeNull()
})
