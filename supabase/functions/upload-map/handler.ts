/** An administrator brings the map of a region: checked against its places, thinned, stored by its digest. Publishing it is another step. */
import { z } from 'zod'
import { formFiles, parse, readForm } from '../_shared/body.ts'
import { checkMap } from '../_shared/check-map.ts'
import { maxMapBytes } from '../_shared/contract/map-outline.ts'
import { fromDatabase, FunctionError } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'

const formSchema = z.object({ region: z.coerce.number('请选择区划').int('请选择区划').min(100_000_000, '请选择区划').max(999_999_999, '请选择区划') })

export const uploadMap: Handler = async (request, { caller, service }) => {
  const form = await readForm(request)
  const { region } = parse(formSchema, { region: form.get('region') })
  // To whoever does not keep the maps of the site this answers "not found", before a file is looked at.
  const { data: places, error } = await caller.rpc('map_places', { p_region: region })
  if (error) throw fromDatabase(error)
  if (places.length === 0) throw new FunctionError(422, 'map.invalid', '请选择有下级地区的区划', { field: 'region' })
  const [file] = formFiles(form, 'file')
  if (!file) throw new FunctionError(422, 'map.missing', '请选择地图文件', { field: 'file' })
  if (file.size > maxMapBytes) throw new FunctionError(413, 'map.too_large', '地图文件超过 4 MB，请简化界线后再上传', { field: 'file' })
  const outline = checkMap(await file.text(), places)
  const bytes = new TextEncoder().encode(JSON.stringify(outline))
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  const path = `${region}/${Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')}.json`
  const { error: storeError } = await service.storage
    .from('maps')
    .upload(path, new Blob([bytes], { type: 'application/json' }), { contentType: 'application/json', upsert: true })
  if (storeError) throw new FunctionError(503, 'map.not_stored', '地图没有保存成功，请稍后重试', { field: 'file' })
  const missing = places.filter(({ code }) => !outline.places.some((place) => place.code === code)).map(({ name }) => name)
  return { path, places: outline.places.length, missing }
}
