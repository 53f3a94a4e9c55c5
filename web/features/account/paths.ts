export const accountPaths = {
  signIn: () => '/sign-in',
  join: () => '/join',
} as const
