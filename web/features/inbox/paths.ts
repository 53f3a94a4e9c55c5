export const inboxPaths = {
  inbox: (box?: 'done' | 'supervised' | 'followed') => (box ? `/work?box=${box}` : '/work'),
} as const
