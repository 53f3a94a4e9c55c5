export const portalPaths = {
  home: () => '/',
  about: () => '/about',
} as const
