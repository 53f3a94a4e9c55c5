export const inboxPaths = {
  inbox: (box?: 'mine' | 'org' | 'approval' | 'sent' | 'done' | 'supervised' | 'followed') => (box ? `/work/inbox?box=${box}` : '/work/inbox'),
} as const
