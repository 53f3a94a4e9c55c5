export const accountPaths = {
  signIn: () => '/sign-in',
  code: () => '/sign-in/code',
  join: () => '/join',
  password: () => '/work/account/password',
  security: () => '/work/account/security',
  messages: () => '/work/account/messages',
  absence: () => '/work/account/absence',
} as const
