// @vitest-environment jsdom
import { screen } from '@testing-library/react'
import { expect, it } from 'vitest'
import { makeEvent } from '@/testing/make-event.ts'
import { renderPage } from '@/testing/render-page.tsx'
import { EventTimeline } from './event-timeline.tsx'

it('says what was asked for and chosen, once', () => {
  renderPage(
    <EventTimeline
      events={[
        makeEvent({ action_label: '要求补正', note: '请补充小票', words: [{ label: '需要补正的内容', text: '请补充小票' }] }),
        makeEvent({ id: 2, action_label: '退回审批：答复', action: 'refuse_approval', asked_by_name: '周静', actor_name: '吴敏', note: '依据不足' }),
      ]}
    />,
  )
  expect(screen.getAllByText(/请补充小票/)).toHaveLength(1)
  expect(screen.getByText('需要补正的内容：')).toBeTruthy()
  expect(screen.getByText('依据不足')).toBeTruthy()
  expect(screen.getByText(/周静提请，吴敏退回/)).toBeTruthy()
})
