export const accountPaths = {
  signIn: () => '/sign-in',
  join: () => '/join',
  password: () => '/work/account/password',
} as const
