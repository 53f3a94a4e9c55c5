/** Address of an item whatever its flow; the shell forwards to the page of the module that owns it. */
export const itemPath = (itemId: string) => `/work/items/${itemId}`
