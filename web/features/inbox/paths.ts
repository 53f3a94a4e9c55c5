export const inboxPaths = {
  inbox: (box?: 'done' | 'supervised' | 'followed') => (box ? `/work/inbox?box=${box}` : '/work/inbox'),
} as const
