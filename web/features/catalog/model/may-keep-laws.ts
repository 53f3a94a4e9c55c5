interface Keeper {
  permissions: readonly string[]
  is_coordinator: boolean
  region_code: number
}

/** Laws are kept by the coordinator at the top of the site: what is offered; the database decides. */
export const mayKeepLaws = ({ permissions, is_coordinator, region_code }: Keeper, rootRegion: number | undefined) =>
  permissions.includes('catalog.review') && is_coordinator && region_code === rootRegion
