import type { Box, Due } from '@/entities/work-item/model/inbox-filter.ts'

interface InboxLink {
  box?: Box
  due?: Due
  handler?: 'me' | 'none'
}

export const inboxPaths = {
  inbox: (rows: InboxLink = {}) => {
    const search = new URLSearchParams(Object.entries(rows)).toString()
    return search ? `/work/inbox?${search}` : '/work/inbox'
  },
} as const
