export const accountPaths = {
  signIn: () => '/sign-in',
  join: () => '/join',
  password: () => '/work/account/password',
  absence: () => '/work/account/absence',
} as const
