/** The operator's own map as it lies in the bucket: what upload-map left of a GeoJSON file, and what the page draws. */
import { z } from 'zod'

export const maxMapBytes = 4 * 1024 * 1024

const position = z.tuple([z.number(), z.number()])
const ring = z.array(position)

export const mapOutline = z.object({
  places: z.array(
    z.object({
      /** Nine digits. */
      code: z.number(),
      /** Polygons of rings, the first of each its edge, the others holes; degrees of longitude and latitude. */
      polygons: z.array(z.array(ring)),
    }),
  ),
})
export type MapOutline = z.infer<typeof mapOutline>
