export const paperPaths = {
  check: () => '/paper',
  checked: (code = ':code') => `/paper/${code}`,
} as const
