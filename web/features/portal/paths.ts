export const portalPaths = {
  home: () => '/',
  privacy: () => '/privacy',
  accessibility: () => '/accessibility',
} as const
