/** What the picture of a seal may be: said to who uploads it, and checked where it arrives. */
export const maxSealBytes = 524_288
/** On paper it is four centimetres wide: fewer dots look frayed, more are no sharper. */
export const sealPixels = { min: 200, max: 1500 }
