/** Limits and patterns of the filing contract, apart from its schema: the public page reads them without loading zod. */
export const maxPhotos = 9
/** Bytes of one photo as the function accepts it; the browser scales larger ones down first. */
export const maxPhotoBytes = 8 * 1024 * 1024
export const photoTypes = ['image/jpeg', 'image/png', 'image/webp'] as const
/** Leading zero bits of sha256(`${idempotencyKey}:${challenge}:${nonce}`): about 16,000 hashes, a fifth of a second on a phone. */
export const proofBits = 14

export const caseTypes = ['complaint', 'tip'] as const
export type CaseType = (typeof caseTypes)[number]

export const phonePattern = /^1[3-9]\d{9}$/

/** What the citizen keeps: four groups of four, no letters that look alike. */
export const lookUpCodePattern = /^[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}$/
export const phoneTailPattern = /^\d{4}$/
