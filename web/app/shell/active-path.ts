/** The entry of the menu under which an address stands: the longest that it goes on from; 工作台 only for itself. */
export const activePath = (pathname: string, paths: readonly string[]): string | undefined =>
  paths.filter((path) => pathname === path || (path !== '/work' && pathname.startsWith(`${path}/`))).toSorted((a, b) => b.length - a.length)[0]
