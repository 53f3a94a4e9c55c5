/** The citizen's own acts on a case: supply material (with photos), withdraw, rate. One form, told apart by `action`. */
import { z } from 'zod'
import { formFiles, formJson, readForm } from '../_shared/body.ts'
import { citizenMacs, citizenSchema, takeAddressQuota } from '../_shared/citizen.ts'
import { citizenActSchema } from '../_shared/contract/complaint-filing.ts'
import { fromDatabase } from '../_shared/errors.ts'
import type { Handler } from '../_shared/serve.ts'
import { checkFiles, citizenPhotos, storeFiles } from '../_shared/store.ts'

export const actOnComplaint: Handler = async (request, context) => {
  // Before anything large is read.
  await takeAddressQuota(context)
  const form = await readForm(request)
  const { code, phoneTail, caseNo, act } = formJson(form, 'act', citizenSchema.extend({ caseNo: z.string().max(40), act: citizenActSchema }))
  const photos = await checkFiles(formFiles(form, 'photos'), citizenPhotos)
  const macs = await citizenMacs(context, { code, phoneTail })
  const { action, ...payload } = act
  const { data: caseId, error } = await context.service.rpc('citizen_act', {
    ...macs,
    p_case_no: caseNo,
    p_action: action,
    p_payload: payload,
  })
  if (error) throw fromDatabase(error)
  if (action === 'supply_material') await storeFiles(context.service, 'complaint_case', caseId, photos)
  return { caseNo }
}
