export const withoutOwnRegion = (name: string, own: string) => (name.startsWith(own) && name.length > own.length ? name.slice(own.length) : name)
