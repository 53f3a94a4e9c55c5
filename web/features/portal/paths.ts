export const portalPaths = {
  home: () => '/',
} as const
